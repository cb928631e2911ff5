/**
 * The laws: a body is given with the pointer at which its text stands; what the recorder left out is
 * told apart from what was never there; nothing that an entry may hold makes the reader throw.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHarEntry } from '../../../generator/validate/input/har.js';
import { jsonValue, mutatedJson } from '../../support/json-texts.js';

const request = { method: 'POST', url: 'http://a.example/x/y?z=1' };
const response = { status: 200, content: { size: 2, text: '{}' } };

function read(entry: unknown): ReturnType<typeof readHarEntry> {
  return readHarEntry(JSON.stringify(entry));
}

/** What a reply's content is read as. */
function contentOf(content: unknown): ReturnType<typeof readHarEntry> {
  return read({ request, response: { status: 200, content } });
}

describe('an entry of a capture', () => {
  it('gives both bodies, and where they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.string({ minLength: 1, unit: 'binary' }),
        (sent, got) => {
          const base64 = Buffer.from(got).toString('base64');
          const entry = read({
            request: { ...request, bodySize: 9, postData: { text: sent } },
            response: { status: 200, content: { size: 9, text: base64, encoding: 'base64' } },
          });
          expect(entry).toEqual({
            request: {
              ...request,
              body: { text: sent, pointer: '/request/postData/text', exact: true },
              isOmitted: false,
            },
            response: {
              status: 200,
              body: { text: got, pointer: '/response/content/text', exact: false },
              isOmitted: false,
            },
            problems: [],
          });
        },
      ),
    );
  });

  it.each([
    ['http://a/x', [{ name: 'a', value: '1 &' }, { name: 'b' }], 'http://a/x?a=1%20%26&b='],
    ['http://a/x#f', [{ name: '中', value: '\ud800' }], 'http://a/x?%E4%B8%AD=%EF%BF%BD#f'],
    ['http://a/x?own=1', [{ name: 'a', value: '1' }], 'http://a/x?own=1'],
    ['http://a/x', [], 'http://a/x'],
    ['http://a/x', 'a=1', 'http://a/x'],
  ])('with the address %s and the query %j asks for %s', (url, queryString, expected) => {
    expect(read({ request: { ...request, url, queryString }, response }).request?.url).toBe(
      expected,
    );
  });

  it.each([
    [{ ...request, bodySize: 5 }, true],
    [{ ...request, bodySize: 5, postData: { text: '' } }, true],
    [{ ...request, bodySize: 5, postData: { text: '{}' } }, false],
    [{ ...request, bodySize: 0 }, false],
    [{ ...request, bodySize: -1 }, false],
    [request, false],
  ])('knows whether of %j the body was left out: %s', (half, isOmitted) => {
    expect(read({ request: half, response }).request?.isOmitted).toBe(isOmitted);
  });

  it.each([
    [{ size: 5 }, true],
    [{ size: 5, text: '' }, true],
    [{ size: 5, text: '{}' }, false],
    [{ size: 0 }, false],
    [{}, false],
    [undefined, false],
  ])('knows whether of a reply with %j the body was left out: %s', (content, isOmitted) => {
    expect(contentOf(content).response?.isOmitted).toBe(isOmitted);
  });

  it('has no reply where none came', () => {
    const entry = read({ request, response: { status: 0, content: { size: 0 } } });
    expect(entry).toEqual({ request: { ...request, isOmitted: false }, problems: [] });
  });
});

describe('what is wrong with an entry', () => {
  it.each([
    ['{"a"', 'not-json', ''],
    ['[]', 'not-har', ''],
    [JSON.stringify({ response }), 'not-har', '/request'],
    [JSON.stringify({ request }), 'not-har', '/response'],
    [JSON.stringify({ request: { url: 'x' }, response }), 'not-har', '/request/method'],
    [JSON.stringify({ request: { method: 'x' }, response }), 'not-har', '/request/url'],
    [JSON.stringify({ request, response: { status: '200' } }), 'not-har', '/response/status'],
  ])('of %s is %s at "%s"', (text, kind, pointer) => {
    expect(readHarEntry(text).problems).toEqual([{ kind, pointer, found: '' }]);
  });

  it.each([
    [{ text: 1 }, 'not-har', 'text', ''],
    [{ text: 'e30', encoding: 'base64' }, 'bad-base64', 'text', ''],
    [{ text: '{"a":1}.', encoding: 'base64' }, 'bad-base64', 'text', ''],
    [{ text: 'zeY=', encoding: 'base64' }, 'not-text', 'text', ''],
    [{ text: 'e30=', encoding: 'rot13' }, 'unknown-encoding', 'encoding', 'rot13'],
  ])('with %j is %s', (content, kind, name, found) => {
    const entry = contentOf(content);
    expect(entry.problems).toEqual([{ kind, pointer: `/response/content/${name}`, found }]);
    expect(entry.response).toEqual({ status: 200, isOmitted: false });
  });

  it('never makes the reader throw', () => {
    const odd = fc.oneof(jsonValue, fc.constantFrom(request, response, 'base64', 200));
    const half = fc.oneof(
      odd,
      fc.record(
        { ...{ method: odd, url: odd, status: odd, queryString: fc.array(odd) } },
        { requiredKeys: [] },
      ),
      fc.record({
        status: fc.constant(200),
        content: fc.record({ text: odd, encoding: odd, size: odd }),
      }),
    );
    fc.assert(
      fc.property(half, half, (one, other) => {
        expect(read({ request: one, response: other }).problems).toBeInstanceOf(Array);
      }),
    );
    fc.assert(
      fc.property(mutatedJson, (text) => {
        expect(readHarEntry(text).problems.length).toBeGreaterThan(0);
      }),
    );
  });
});
