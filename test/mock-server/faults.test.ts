import { describe, expect, it, vi } from 'vitest';
import { doubleOf, jsonReply } from '../support/mock-server/double.js';
import { dial, post, read, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

const whole = { ret: 0, msg: 'x'.repeat(100) };
const length = Buffer.byteLength(`${JSON.stringify(whole)}\n`);

describe('a fault', () => {
  it('reset: the connection breaks, and nothing came', async () => {
    const { port } = await serve(() => jsonReply(whole, { cut: 'reset' }));
    expect(await send(port, post('/a'))).toEqual({ text: '', broken: 'ECONNRESET' });
  });

  it('truncate: half of what was announced comes, and then the end', async () => {
    const { port } = await serve(() => jsonReply(whole, { cut: 'truncate' }));
    const { text } = await send(port, post('/a', '{}', []));
    expect(text.toLowerCase()).toContain(`content-length: ${length}\r`);
    expect(text.split('\r\n\r\n')[1]).toBe(JSON.stringify(whole).slice(0, length >> 1));
  });

  it('truncate: an empty reply and one to HEAD end without harm', async () => {
    const { port } = await serve(() => jsonReply(whole, { cut: 'truncate', body: '' }));
    expect(read(await send(port, post('/a'))).status).toBe(200);
    const head = await send(port, 'HEAD /a HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(head.text).toMatch(/^HTTP\/1\.1 200 /);
    expect(read(await send(port, post('/a'))).status).toBe(200);
  });

  it('delay: the reply comes later than one that was asked for later', async () => {
    const { port } = await serve(({ target }) =>
      jsonReply({ target }, target === '/slow' ? { delay: 100 } : {}),
    );
    const order: string[] = [];
    const ask = (target: string) => send(port, post(target)).then(() => order.push(target));
    await Promise.all([ask('/slow'), ask('/fast')]);
    expect(order).toEqual(['/fast', '/slow']);
  });

  it('delay: of any length is no reason to answer at once', async () => {
    const { port, stop } = await serve(() => jsonReply(whole, { delay: 1e12 }));
    const line = dial(port);
    line.socket.write(post('/a'));
    const late = new Promise((settle) => setTimeout(settle, 100, 'nothing'));
    expect(await Promise.race([line.ended, late])).toBe('nothing');
    await stop();
    expect((await line.ended).text).toBe('');
  });

  it('delay: is dropped when the client goes away', async () => {
    const { port } = await serve(() => jsonReply(whole, { delay: 30_000 }));
    const [begun, cleared] = [
      vi.spyOn(globalThis, 'setTimeout'),
      vi.spyOn(globalThis, 'clearTimeout'),
    ];
    const timer = (): unknown =>
      begun.mock.results[begun.mock.calls.findIndex(([, time]) => time === 30_000)]?.value;
    const line = dial(port);
    line.socket.write(post('/a'));
    await vi.waitFor(() => expect(timer()).toBeDefined());
    expect(cleared).not.toHaveBeenCalledWith(timer());
    line.socket.destroy();
    await vi.waitFor(() => expect(cleared).toHaveBeenCalledWith(timer()));
    vi.restoreAllMocks();
  });
});

describe('an exception', () => {
  it.each([
    ['in sending', () => jsonReply({}, { headers: { 'x-broken': 'line\nbreak' } })],
    [
      'in the engine',
      () => {
        throw new TypeError('of the engine');
      },
    ],
    ['in a promise', () => Promise.reject(new TypeError('of a handler'))],
    ['after a delay', () => jsonReply({}, { delay: 1, headers: { 'x-broken': 'line\nbreak' } })],
  ])(
    '%s is answered by 500 without a stack, told once, and survived',
    async (_where, answering) => {
      const failed = vi.fn();
      const mock = doubleOf(answering);
      const witness = { receivedOf: () => undefined, answered: () => undefined, failed };
      const { port } = await serve(undefined, { mock, witness });
      const { text } = await send(port, post('/auth/x?sig=1'));
      expect(text).toMatch(
        /^HTTP\/1\.1 500 [^]*\r\n\r\nThe mock failed at this request; its log says how\.\n$/,
      );
      expect(failed.mock.calls).toEqual([['POST', '/auth/x?sig=1', expect.any(TypeError)]]);
      expect((await send(port, post('/b'))).text).toMatch(/^HTTP\/1\.1 500/);
    },
  );
});
