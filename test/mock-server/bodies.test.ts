import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jsonReply } from '../support/mock-server/double.js';
import { post, read, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

const close = 'Connection: close';
const text = '{"openid":"玩家"}';

/** What the mock was given as the body of a request. */
async function bodyOf(request: Buffer, maxBody = 1000): Promise<unknown> {
  const { port } = await serve(undefined, { limits: { maxBody } });
  const { json } = read(await send(port, request));
  const { body } = json as { body: unknown };
  return typeof body === 'string' ? Buffer.from(body, 'latin1').toString('utf8') : body;
}

describe('a body', () => {
  it('comes as its text, byte for byte', async () => {
    expect(await bodyOf(post('/a', text))).toBe(text);
    expect(await bodyOf(post('/a', ''))).toBe('');
  });

  it('is put together from its chunks', async () => {
    const [head, tail] = [Buffer.from(text).subarray(0, 13), Buffer.from(text).subarray(13)];
    const chunk = (part: Buffer) =>
      Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
    const start = `POST /a HTTP/1.1\r\nHost: a\r\n${close}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const request = [Buffer.from(start), chunk(head), chunk(tail), Buffer.from('0\r\n\r\n')];
    expect(await bodyOf(Buffer.concat(request))).toBe(text);
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['GZIP, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
  ])('in %s is unpacked', async (coding, body) => {
    expect(await bodyOf(post('/a', body, [close, `Content-Encoding: ${coding}`]))).toBe(text);
  });

  it.each([
    ['that is no UTF-8', 'not-utf-8', post('/a', Buffer.from([0x7b, 0xff, 0x7d]))],
    ['over the limit', 'too-large', post('/a', 'x'.repeat(1001))],
    [
      'over the limit once it is unpacked',
      'too-large',
      post('/a', gzipSync('x'.repeat(1001)), [close, 'Content-Encoding: gzip']),
    ],
    [
      'over the limit within another coding',
      'too-large',
      post('/a', deflateSync('x'.repeat(1e6)), [close, 'Content-Encoding: deflate']),
    ],
    ['in a coding of no name', 'unknown-encoding', post('/a', 'x', [close, 'Content-Encoding: y'])],
    ['that is no gzip', 'unknown-encoding', post('/a', 'x', [close, 'Content-Encoding: gzip'])],
    [
      'in too many codings',
      'unknown-encoding',
      post('/a', 'x', [close, `Content-Encoding: ${Array(9).fill('identity').join()}`]),
    ],
  ])('%s is said to be %s', async (_what, unreadable, request) => {
    expect(await bodyOf(request)).toEqual({ unreadable });
  });

  it('over the limit is not kept in memory while it comes', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const kept = (): number => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = kept();
    let after = Infinity;
    const answering = () => {
      after = kept();
      return jsonReply({});
    };
    const megabyte = Buffer.alloc(1024 * 1024);
    const { port } = await serve(answering, { limits: { maxBody: megabyte.length } });
    const length = `Content-Length: ${64 * megabyte.length}`;
    const head = `POST /a HTTP/1.1\r\nHost: a\r\n${close}\r\n${length}\r\n\r\n`;
    await send(port, head, ...Array<Buffer>(64).fill(megabyte));
    expect(after - before).toBeLessThan(16 * megabyte.length);
  });

  it('of just the limit is taken', async () => {
    expect(await bodyOf(post('/a', 'x'.repeat(1000)))).toBe('x'.repeat(1000));
    const packed = post('/a', gzipSync('x'.repeat(1000)), [close, 'Content-Encoding: gzip']);
    expect(await bodyOf(packed)).toBe('x'.repeat(1000));
  });
});
