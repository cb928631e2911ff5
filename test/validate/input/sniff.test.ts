/**
 * The laws: what a file holds is told by its content, in whatever layout and behind whatever white
 * space, also from its beginning alone; nothing that stands in a file makes the telling fail.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffFormat } from '../../../generator/validate/input/sniff.js';
import { jsonText, mutatedJson } from '../../support/json-texts.js';

const exchange = '{"endpoint": "/a/b", "request": {}}';
const lines = (...parts: string[]): string => parts.join('\n');

describe('a file', () => {
  it.each([
    ['', 'empty'],
    ['\ufeff \r\n', 'empty'],
    ['{}', 'json'],
    ['[1]', 'json'],
    ['nonsense', 'json'],
    ['{"log": {"version": "1.2", "pages": [], "entries": []}}', 'har'],
    ['{"comment": {"log": 1}, "\\u006cog": {', 'har'],
    ['{"log": []}', 'json'],
    ['{"a": {"log": {}}}', 'json'],
    ['[{"log": {}}]', 'json'],
    ['{"endpoint": "/a/b", "log": {}}', 'json'],
    ['{"log"', 'json'],
    ['POST /a/b HTTP/1.1\r\nHost: x', 'http'],
    ['GET //a/b/?x=1', 'http'],
    ['post https://a.example/b', 'http'],
    ['HTTP/1.1 200 OK', 'http'],
    ['HTTP/2 200', 'http'],
    ['PURGE /a HTTP/1.1', 'http'],
    ['hello /world', 'json'],
    [exchange, 'json'],
    [`${exchange}\n\n`, 'json'],
    [lines(exchange, exchange), 'ndjson'],
    [lines(exchange, '{"endpoint": '), 'ndjson'],
    [lines('{"endpoint": "/a', exchange), 'ndjson'],
    [lines('{"endpoint": {', exchange, exchange), 'ndjson'],
    [lines('# a comment', '{"response": {}}'), 'ndjson'],
    [lines('{"a": 1}', '{"b": 2}'), 'json'],
    [lines('[', `${exchange},`, exchange, ']'), 'json'],
    [lines('[', exchange, ']'), 'json'],
    [lines('{"all": [', exchange, ']}'), 'json'],
    [lines('{', '"request":', '{"query": 1}', '}'), 'json'],
    [lines('{', `  "request": ${exchange}`, '}'), 'json'],
    [JSON.stringify(JSON.parse(exchange), null, 2), 'json'],
  ])('with %j is %s', (text, format) => {
    expect(sniffFormat(text, 'x.json', true)).toBe(format);
    if (format !== 'empty')
      expect(sniffFormat(`\ufeff \r\n\t${text}`, 'x.json', true)).toBe(format);
  });

  it.each([
    ['x.ndjson', '{"a": 1}', 'ndjson'],
    ['x.JSONL', 'POST /a HTTP/1.1', 'ndjson'],
    ['x.jsonl', ' ', 'empty'],
    ['x.http', 'nonsense', 'http'],
    ['x.http', '{}', 'json'],
    ['x.har', '{}', 'har'],
    ['x.har', lines(exchange, exchange), 'ndjson'],
    ['x.har', 'GET /a', 'http'],
  ])('called %s with %j is %s', (name, text, format) => {
    expect(sniffFormat(text, name, true)).toBe(format);
  });

  it('is told from its beginning', () => {
    expect(sniffFormat(' ', 'x', false)).toBe('json');
    expect(sniffFormat(`${exchange}\n{"endpoi`, 'x', false)).toBe('ndjson');
    expect(sniffFormat('{"pages": [1, 2', 'x.json', false)).toBe('json');
    // The one line may go on, and then is no exchange.
    expect(sniffFormat(lines('{', exchange), 'x', false)).toBe('json');
  });

  it('is told whatever it holds', () => {
    const text = fc.oneof(jsonText, mutatedJson, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.boolean(), (parts, isWhole) => {
        expect(sniffFormat(parts.join('\n'), 'x.json', isWhole)).toMatch(/^(?:nd)?json$|^empty$/);
      }),
    );
  });

  it('is told as fast where it is nested', () => {
    expect(sniffFormat(`{"a":${'['.repeat(1_000_000)}`, 'x.json', false)).toBe('json');
  });
});
