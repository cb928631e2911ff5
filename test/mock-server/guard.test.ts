import { describe, expect, it } from 'vitest';
import { read, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

/** The status by which the admin surface answers a request with these headers. PORT stands for the server's. */
async function statusOf(headers: readonly string[], target = '/__msdk/reset'): Promise<number> {
  const { port } = await serve();
  const lines = [`POST ${target} HTTP/1.1`, ...headers, 'Connection: close', 'Content-Length: 0'];
  const text = `${lines.join('\r\n')}\r\n\r\n`.replaceAll('PORT', String(port));
  return read(await send(port, text)).status;
}

describe('a web page', () => {
  it.each([
    ['another site', ['Host: 127.0.0.1:PORT', 'Origin: https://evil.example']],
    ['no site', ['Host: 127.0.0.1:PORT', 'Origin: null']],
    ['another server of this machine', ['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:1']],
    ['the same name over TLS', ['Host: localhost:PORT', 'Origin: https://localhost:PORT']],
    ['a name that leads here', ['Host: evil.example:PORT', 'Origin: http://evil.example:PORT']],
    ['a name that leads here, without saying so', ['Host: evil.example']],
    ['a name that begins like an address', ['Host: 127.0.0.1.evil.example']],
    ['a name that ends like one', ['Host: evil.localhost.example']],
    ['another address', ['Host: 192.0.2.1:PORT']],
    ['another site, by a picture', ['Host: localhost:PORT', 'Sec-Fetch-Site: cross-site']],
    ['another port, by a picture', ['Host: localhost:PORT', 'Sec-Fetch-Site: same-site']],
  ])('of %s cannot drive the mock', async (_what, headers) => {
    expect(await statusOf(headers)).toBe(403);
  });

  it('cannot by the absolute form either', async () => {
    const headers = ['Host: evil.example'];
    expect(await statusOf(headers, 'http://127.0.0.1/__msdk/reset')).toBe(403);
  });
});

describe('a name that the server was given', () => {
  it.each([
    ['msdk-mock', 200],
    ['MSDK-mock:PORT', 200],
    ['msdk-mock.evil.example', 403],
  ])('is its own, and no other: %s', async (host, status) => {
    const { port } = await serve(undefined, { names: ['msdk-mock'] });
    const lines = [
      'POST /__msdk/reset HTTP/1.1',
      `Host: ${host}`,
      'Connection: close',
      'Content-Length: 0',
    ];
    const text = `${lines.join('\r\n')}\r\n\r\n`.replaceAll('PORT', String(port));
    expect(read(await send(port, text)).status).toBe(status);
  });
});

describe('who comes by the own address', () => {
  it.each([
    [['Host: 127.0.0.1:PORT']],
    [['Host: 127.0.0.1']],
    [['Host: 127.1.2.3:9']],
    [['Host: LOCALHOST:PORT']],
    [['Host: [::1]:PORT']],
    [['Host: 127.0.0.1:PORT', 'Origin: http://127.0.0.1:PORT']],
    [['Host: localhost:PORT', 'Origin: http://localhost:PORT', 'Sec-Fetch-Site: same-origin']],
    [['Host: localhost:PORT', 'Sec-Fetch-Site: none']],
  ])('%j may', async (headers) => {
    expect(await statusOf(headers)).toBe(200);
  });
});
