import { describe, expect, it } from 'vitest';
import { jsonReply } from '../support/mock-server/double.js';
import { dial, post, send } from '../support/mock-server/raw.js';
import { serve } from '../support/mock-server/serve.js';

describe('a server that stops', () => {
  it('lets a running request end, closes its connection, and takes no more', async () => {
    let [go, asked] = [(): void => undefined, (): void => undefined];
    const released = new Promise<void>((settle) => (go = settle));
    const reached = new Promise<void>((settle) => (asked = settle));
    const answering = () => {
      asked();
      return released.then(() => jsonReply({ ret: 0 }));
    };
    const server = await serve(answering, { limits: { drain: 60_000 } });
    const line = dial(server.port);
    line.socket.write(post('/a?conn=1', '{}', []));
    await reached;
    const stopped = server.stop();
    expect(await send(server.port, post('/late'))).toEqual({ text: '', broken: 'ECONNREFUSED' });
    go();
    const { text } = await line.ended;
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
    expect(text).toMatch(/^connection: close\r$/im);
    await stopped;
  });

  it('closes at once what is idle, whether it ever asked or not', async () => {
    const server = await serve(undefined, { limits: { drain: 60_000 } });
    const [fresh, idle] = [dial(server.port), dial(server.port)];
    idle.socket.write(post('/a?conn=1', '{}', []));
    await idle.hears('"target"');
    await server.stop();
    expect((await fresh.ended).text).toBe('');
    expect((await idle.ended).text).toMatch(/^connection: keep-alive\r$/im);
  });

  it('does not wait for a connection that a late reply has promised to keep', async () => {
    let asked = (): void => undefined;
    const reached = new Promise<void>((settle) => (asked = settle));
    const answering = () => {
      asked();
      return jsonReply({ ret: 0 }, { delay: 50 });
    };
    const server = await serve(answering, { limits: { drain: 600_000, keepAlive: 600_000 } });
    const line = dial(server.port);
    line.socket.write(post('/a?conn=1', '{}', []));
    await reached;
    await server.stop();
    expect((await line.ended).text).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('breaks what is not done when the time of the drain is over', async () => {
    const server = await serve(() => jsonReply({}, { delay: 60_000 }));
    const [waiting, halfway] = [dial(server.port), dial(server.port)];
    waiting.socket.write(post('/a'));
    halfway.socket.write('POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
    await Promise.all(
      [waiting, halfway].map(
        ({ socket }) => new Promise((settle) => socket.once('connect', settle)),
      ),
    );
    await server.stop();
    for (const { ended } of [waiting, halfway]) expect((await ended).text).toBe('');
  });
});
