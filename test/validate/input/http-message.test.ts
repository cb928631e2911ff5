/**
 * The laws: what was recorded is read back, whatever the line ends and however the body was carried;
 * a body's offset is where its text stands; no text makes the reader throw or take long.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerOf,
  readHttpMessage,
  type HttpMessage,
} from '../../../generator/validate/input/http-message.js';
import { jsonText } from '../../support/json-texts.js';

/** A body on the wire: what is carried, the headers that say how, and what then stands in the file. */
interface Carried {
  readonly json: string;
  readonly headers: readonly string[];
  readonly wire: string;
}

const object = jsonText.map((json) => `{"a":${json}}`);

const plain = object.map((json) => ({ json, headers: ['X-Tested: yes'], wire: json }));
const measured = jsonText.map((json) => ({
  json,
  headers: [`content-length: ${Buffer.byteLength(json)}`],
  wire: json,
}));
/** A recording that was edited afterwards. */
const stale = fc.tuple(object, fc.nat(1000)).map(([json, length]) => ({
  json,
  headers: [`Content-Length: ${length}`],
  wire: json,
}));
const alreadyWhole = object.map((json) => ({
  json,
  headers: ['Transfer-Encoding: chunked', 'Content-Encoding: gzip'],
  wire: json,
}));
const chunked = fc
  .tuple(jsonText, fc.array(fc.integer({ min: 1, max: 9 })), fc.constantFrom('', ';x=1'))
  .map(([json, sizes, extension]) => {
    const characters = Array.from(json);
    let wire = '';
    while (characters.length > 0) {
      const part = characters.splice(0, sizes.shift() ?? 1000).join('');
      wire += `${Buffer.byteLength(part).toString(16)}${extension}\r\n${part}\r\n`;
    }
    return { json, headers: ['Transfer-Encoding: chunked'], wire: `${wire}0\r\nX-End: 1\r\n\r\n` };
  });
const carried: fc.Arbitrary<Carried> = fc.oneof(plain, measured, stale, alreadyWhole, chunked);

const target = fc.constantFrom(
  '/profile/query_vip/?appid=1&sig=a%2Fb',
  '//auth/verify_login/?x=1',
  'http://msdk.example//auth/x/?y={z}',
);
const between = fc.constantFrom('', '\n', '\r\n\r\n');

function head(start: string, headers: readonly string[], end: string): string {
  return [start, 'Host: msdk.example', ...headers, '', ''].join(end);
}

function read(text: string): HttpMessage {
  const message = readHttpMessage(text);
  if ('kind' in message) throw new Error(JSON.stringify({ ...message, text }));
  return message;
}

function standsThere(text: string, body: NonNullable<HttpMessage['request']>['body']): void {
  if (body.exact) expect(text.startsWith(body.text, body.offset)).toBe(true);
}

describe('a recorded exchange', () => {
  it('is read back, with its parts where they stand', () => {
    fc.assert(
      fc.property(
        fc.record({ target, sent: carried, got: carried, between, bom: fc.boolean() }),
        fc.constantFrom('\n', '\r\n'),
        ({ target, sent, got, between, bom }, end) => {
          const request = `${head(`POST ${target} HTTP/1.1`, sent.headers, end)}${sent.wire}`;
          const response = `${head('HTTP/1.1 200 OK', got.headers, end)}${got.wire}${between}`;
          for (const text of [request, response, request + end + response]) {
            const whole = (bom ? '\ufeff' : '') + between + text;
            const message = read(whole);
            expect(message.request !== undefined).toBe(text !== response);
            expect(message.response !== undefined).toBe(text !== request);
            if (message.request !== undefined) {
              expect(message.request).toMatchObject({ method: 'POST', target });
              expect(JSON.parse(message.request.body.text)).toStrictEqual(JSON.parse(sent.json));
              standsThere(whole, message.request.body);
            }
            if (message.response !== undefined) {
              expect(message.response.status).toBe(200);
              expect(headerOf(message.response.headers, 'host')).toBe('msdk.example');
              expect(JSON.parse(message.response.body.text)).toStrictEqual(JSON.parse(got.json));
              standsThere(whole, message.response.body);
            }
          }
        },
      ),
    );
  });

  it('may leave out what a person would: protocol, headers, body, the end', () => {
    expect(read('GET /a/b')).toMatchObject({ request: { method: 'GET', target: '/a/b' } });
    expect(read('POST /a\n\n{}').request?.body).toEqual({ text: '{}', offset: 9, exact: true });
    expect(read('HTTP/2 204').response).toMatchObject({ status: 204, body: { text: '' } });
    const both = read('GET /a HTTP/1.1\nHost: x\n\nHTTP/1.1 200 OK\n\n{}');
    expect(both.request?.body.text).toBe('');
    expect(both.response?.body.text).toBe('{}');
  });

  it('has its folded headers unfolded', () => {
    const { request } = read('GET /a HTTP/1.1\r\nX-A: 1\r\n  2\r\n\t3\r\nX-B : 4\r\n\r\n');
    expect(request?.headers).toEqual([
      { name: 'X-A', value: '1 2 3', offset: 17 },
      { name: 'X-B', value: '4', offset: 34 },
    ]);
  });

  it('has the reply that counts, not the one that announces it', () => {
    const message = read('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}');
    expect(message.response).toMatchObject({ status: 200, body: { text: '{}' } });
  });

  it('of one chunk has its body where it stands', () => {
    const text = 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n';
    expect(read(text).response?.body).toEqual({ text: '{}', offset: 46, exact: true });
  });
});

describe('what is no recorded exchange', () => {
  // ⟦ stands before the place that the problem has to point at.
  it.each([
    ['⟦', 'empty', ''],
    ['⟦ \r\n\n', 'empty', ''],
    ['\n⟦hello\n', 'bad-start-line', 'hello'],
    ['⟦GET /a b HTTP/1.1', 'bad-start-line', 'GET /a b HTTP/1.1'],
    ['OPTIONS ⟦* HTTP/1.1', 'bad-target', '* HTTP/1.1'],
    ['POST ⟦host:443 HTTP/1.1', 'bad-target', 'host:443 HTTP/1.1'],
    ['GET /a HTTP/1.1\r\nHost: x\r\n⟦nonsense\r\n\r\n', 'bad-header', 'nonsense'],
    ['GET /a HTTP/1.1\n⟦ folded: x', 'bad-header', ' folded: x'],
    ['POST /a HTTP/1.1\nHost: x\n⟦{"a": 1}', 'missing-blank-line', '{"a": 1}'],
    ['HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n⟦9\n{}\n0\n\n', 'bad-chunk', '9'],
    ['HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n⟦x\n', 'bad-chunk', 'x'],
    ['HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n⟦', 'bad-chunk', ''],
    ['HTTP/1.1 200 OK\nContent-Encoding: ⟦br\n\n\ufffd\u0001', 'content-coding', 'br'],
    ['GET /a HTTP/1.1\n\n⟦GET /b HTTP/1.1\n\n', 'several-messages', 'GET /b HTTP/1.1'],
    ['HTTP/1.1 200 OK\n\n{}\n⟦HTTP/1.1 201 OK\n\n', 'several-messages', 'HTTP/1.1 201 OK'],
    [
      'HTTP/1.1 200 OK\nContent-Length: 2\n\n{}\n⟦POST /a HTTP/1.1\n\n',
      'several-messages',
      'POST /a HTTP/1.1',
    ],
  ])('%j is %s', (marked, kind, found) => {
    const offset = marked.indexOf('⟦');
    expect(readHttpMessage(marked.replace('⟦', ''))).toEqual({
      offset: kind === 'empty' ? 0 : offset,
      kind,
      found,
    });
  });

  it('never makes the reader throw', () => {
    const piece = fc.constantFrom(
      ...['GET /a HTTP/1.1', 'HTTP/1.1 200 OK', 'Content-Length: 3', 'Transfer-Encoding: chunked'],
      ...['\n', '\r\n', '\r', ' ', ':', '0', '2', '{}', '中', '\ud800', 'Content-Encoding: gzip'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const message = readHttpMessage(text);
        if ('kind' in message) expect(message.offset).toBeLessThanOrEqual(text.length);
        else
          for (const part of [message.request, message.response])
            if (part) standsThere(text, part.body);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['lines', 'GET /a HTTP/1.1\n\n' + 'a\n'.repeat(1_000_000)],
    ['a long line', `GET /a HTTP/1.1\n\n${'a '.repeat(2_000_000)}`],
    ['blanks', `GET /a HTTP/1.1\nX: ${' '.repeat(2_000_000)}x\n\n`],
    ['folded lines', `GET /a HTTP/1.1\nX: 1\n${' 2\n'.repeat(200_000)}\n`],
    ['blanks in the first line', `GET${' '.repeat(100_000)}x`],
    ['chunks', `HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n${'1\na\n'.repeat(500_000)}0\n\n`],
  ])('does not take long with many %s', (_, text) => {
    const before = performance.now();
    readHttpMessage(text);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
