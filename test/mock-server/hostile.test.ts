import { afterEach, describe, expect, it } from 'vitest';
import { dial, post, read, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

const refusals: unknown[] = [];
afterEach(() => void (refusals.length = 0));
const refused = (status: number, reason: string) => void refusals.push([status, reason]);

describe('what is no request', () => {
  it.each([
    ['garbage', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['no method there is', 'FETCH-IT / HTTP/1.1\r\n\r\n', 400],
    ['a line end within a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\nb\r\n\r\n', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    [
      'no number for a chunk',
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    [
      'headers beyond measure',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
    ],
    ['a tunnel', 'CONNECT msdk.qq.com:443 HTTP/1.1\r\nHost: msdk.qq.com:443\r\n\r\n', 405],
  ])('%s is refused in plain words, and the server lives on', async (_what, request, status) => {
    const { port } = await serve(undefined, { refused });
    const { text } = await send(port, Buffer.from(request, 'latin1'));
    expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(text).not.toMatch(/\bat .*:\d+|node_modules|Error:/);
    expect(read(await send(port, post('/a'))).status).toBe(200);
  });

  it.each([
    ['headers', 'POST / HTTP/1.1\r\nHost: a\r\n'],
    ['a body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n{'],
    ['anything', ''],
  ])('%s too slow are given up', async (_what, beginning) => {
    const limits = { headersTimeout: 50, requestTimeout: 100, checkEvery: 20 };
    const { port } = await serve(undefined, { refused, limits });
    const { text } = await send(port, beginning);
    expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(refusals).toEqual([[408, 'ERR_HTTP_REQUEST_TIMEOUT']]);
    expect(read(await send(port, post('/a'))).status).toBe(200);
  });

  it('a connection too many is told so, until others end', async () => {
    const { port } = await serve(undefined, { refused, limits: { maxConnections: 1 } });
    const first = dial(port);
    first.socket.write(post('/a', '{}', []));
    await first.hears('"target":"/a"');
    expect((await send(port)).text).toMatch(/^HTTP\/1\.1 503 /);
    first.socket.destroy();
    await first.ended;
    for (;;) {
      const { text } = await send(port, post('/a'));
      if (text.startsWith('HTTP/1.1 200')) break;
    }
  });

  it('a client that leaves at any byte harms nobody', async () => {
    const { port } = await serve();
    const request = post('/a', '{"openid":"O1"}');
    for (let length = 0; length <= request.length; length += 7) {
      const { socket, ended } = dial(port);
      socket.write(request.subarray(0, length), () =>
        length % 2 === 0 ? socket.resetAndDestroy() : socket.destroy(),
      );
      await ended;
    }
    expect(read(await send(port, request)).status).toBe(200);
  });
});
