import { describe, expect, it } from 'vitest';
import { jsonReply } from '../support/mock-server/double.js';
import { dial, post, read, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

describe('the target', () => {
  it.each([
    ['/auth/verify_login/?a=1&b=%20', '/auth/verify_login/?a=1&b=%20'],
    ['//auth/verify_login/?a=1', '//auth/verify_login/?a=1'],
    ['http://msdk.qq.com/auth/verify_login?a=1', '/auth/verify_login?a=1'],
    ['HTTP://msdk.qq.com//auth/x', '//auth/x'],
    ['http://msdk.qq.com', '/'],
    ['http://msdk.qq.com?a=1', '/?a=1'],
  ])('%s reaches the mock as %s', async (sent, target) => {
    const { port } = await serve();
    expect(read(await send(port, post(sent))).json).toMatchObject({ target });
  });
});

describe('a header', () => {
  it('is found by its name, and nothing else is', async () => {
    const names = ['prefer', 'x-twice', 'constructor', '__proto__', 'tostring', 'x-none'];
    const { port } = await serve(({ header }) => jsonReply({ found: names.map(header) }));
    const headers = ['Connection: close', 'PREFER: code=1', 'X-Twice: a', 'x-twice: b'];
    expect(read(await send(port, post('/a', '{}', headers))).json).toEqual({
      found: ['code=1', 'a, b', null, null, null, null],
    });
  });
});

describe('the connection', () => {
  const twice = (target: string, ...headers: string[]) => [
    post(target, '{}', headers),
    post('/last', '{}', ['Connection: close']),
  ];
  const replies = (text: string) => text.match(/^HTTP\/1\.1 200/gm)?.length ?? 0;

  it('answers what is pipelined, each after the other, however long each takes', async () => {
    const { port } = await serve(({ target }) =>
      jsonReply({ target }, target === '/first' ? { delay: 30 } : {}),
    );
    const { text } = await send(port, Buffer.concat(twice('/first')));
    expect(text.match(/"target":"\/\w+"/g)).toEqual(['"target":"/first"', '"target":"/last"']);
  });

  it('is kept unless conn=0 closes it', async () => {
    const { port } = await serve();
    expect(replies((await send(port, ...twice('/a?conn=1'))).text)).toBe(2);
    expect(replies((await send(port, ...twice('/a?xconn=0'))).text)).toBe(2);
    const closed = await send(port, ...twice('/a?x=1&conn=0'));
    expect(replies(closed.text)).toBe(1);
    expect(closed.text).toMatch(/^connection: close\r$/im);
  });

  it('of HTTP/1.0 is closed, and kept by conn=1', async () => {
    const { port } = await serve();
    const old = (target: string) => `POST ${target} HTTP/1.0\r\nContent-Length: 0\r\n\r\n`;
    expect((await send(port, old('/a'))).text).toMatch(/^connection: close\r$/im);
    const { socket, hears, ended } = dial(port);
    socket.write(old('/a?conn=1'));
    await hears('"target":"/a?conn=1"');
    socket.write(old('/b'));
    expect((await ended).text).toMatch(/^connection: keep-alive\r$/im);
  });

  it('is told to go on with a body that waits for it', async () => {
    const { port } = await serve();
    const { socket, hears, ended } = dial(port);
    socket.write(
      'POST /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n',
    );
    await hears('HTTP/1.1 100 Continue');
    socket.write('{}');
    expect((await ended).text).toContain('"body":"{}"');
  });

  it('gets the length of a reply in bytes, and to HEAD no more than that', async () => {
    const { port } = await serve(() => jsonReply({ name: '玩家' }));
    const length = Buffer.byteLength('{"name":"玩家"}\n');
    const head = await send(port, 'HEAD /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(head.text.toLowerCase()).toContain(`content-length: ${length}`);
    expect(head.text).not.toContain('{');
    const { text } = await send(port, post('/a'));
    expect(text.split('\r\n\r\n')[1]).toHaveLength(length);
  });
});
