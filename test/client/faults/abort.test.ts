import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  fetchTransport,
  platformTransport,
  type HttpRequest,
  type WholeOptions,
} from '../../../generated/client/index.js';
import { caller, login, transports } from '../../support/hostile/caller.js';
import { fullServer } from '../../support/hostile/full-server.js';
import { eventually, watchLeftovers } from '../../support/hostile/leftovers.js';
import { hostileServer, reply } from '../../support/hostile/server.js';
import { waits, type Waiting } from '../../support/hostile/waits.js';

/** When a caller gives up: at the very moment that a wait begins, or when it has begun. */
const moments: readonly (readonly [when: string, defer: (abort: () => void) => void])[] = [
  ['as it begins', (abort) => abort()],
  ['after a while', (abort) => void setImmediate(abort)],
];

const cases = waits.flatMap(([what, waiting]) =>
  moments.map(([when, defer]) => [`${what}, ${when}`, waiting, defer] as const),
);

/** Makes a call that comes to a stand, ends it, and looks at what is left. */
async function endWhileWaiting(
  waiting: Waiting,
  options: Partial<WholeOptions>,
  reached: () => void,
  signal?: AbortSignal,
): Promise<{ readonly kind?: string; readonly cause?: unknown }> {
  const nothingIsLeft = watchLeftovers();
  const wait = waiting(reached);
  const server = await hostileServer(wait.server ?? {});
  const msdk = caller(server.url, { ...options, ...wait.client });
  const result = await msdk.auth.verifyLogin(login, { signal }).result();
  await nothingIsLeft();
  msdk.client.close();
  server.wake();
  if (options.fetch === undefined) await eventually(server.connections, 0, 'connections');
  expect(server.requests.length).toBeLessThanOrEqual(1);
  await server.close();
  return result.ok ? {} : result.error;
}

describe.each(transports)('over %s, a call that waits', (_transport, options) => {
  it.each(cases)('%s, ends at once with its caller’s signal', async (_what, waiting, defer) => {
    const controller = new AbortController();
    const reason = new Error('the player left');
    let aborted = NaN;
    const reached = (): void =>
      defer(() => {
        aborted = performance.now();
        controller.abort(reason);
      });
    const error = await endWhileWaiting(waiting, options, reached, controller.signal);
    expect(error.kind).toBe('aborted');
    expect(error.cause).toBe(reason);
    expect(performance.now() - aborted).toBeLessThan(10_000);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it.each(waits.filter(([what]) => what !== 'to try again'))(
    '%s, ends with its time',
    async (_what, waiting) => {
      const error = await endWhileWaiting(waiting, { ...options, timeout: 50 }, () => undefined);
      expect(error.kind).toBe('timeout');
    },
  );

  it('for a connection, ends with its caller’s signal, and with its time', async () => {
    const onceClosed = watchLeftovers();
    const full = await fullServer();
    const atOnce = watchLeftovers();
    const msdk = caller(full.url, options);
    const reason = new Error('the player left');
    const controller = new AbortController();
    const { signal } = controller;
    const call = msdk.auth.verifyLogin(login, { signal }).result();
    setTimeout(() => controller.abort(reason), 20);
    expect(await call).toMatchObject({ ok: false, error: { kind: 'aborted', cause: reason } });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    const late = await msdk.auth.verifyLogin(login, { timeout: 50 }).result();
    expect(late).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    // Node.js’s fetch goes on to connect for whoever comes next: ten seconds at most.
    if (options.fetch === undefined) await atOnce();
    msdk.client.close();
    await full.close();
    await onceClosed();
  });

  it.each<[string, unknown]>([
    ['none', undefined],
    ['a text', 'left'],
    ['a number', 7],
    ['null', null],
  ])('ends with the reason of its caller’s signal, which is %s', async (_what, reason) => {
    const controller = new AbortController();
    const abort = (): void => controller.abort(reason);
    const waiting: Waiting = (reached) => ({ server: { request: reached } });
    const error = await endWhileWaiting(waiting, options, abort, controller.signal);
    expect(error.kind).toBe('aborted');
    expect(error.cause).toBe(controller.signal.reason);
  });

  it('is not made at all where its caller’s signal came first', async () => {
    const server = await hostileServer({});
    const signal = AbortSignal.abort();
    const result = await caller(server.url, options).auth.verifyLogin(login, { signal }).result();
    const cause: unknown = signal.reason;
    expect(result).toMatchObject({ ok: false, error: { kind: 'aborted', cause } });
    expect(server.accepted()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    await server.close();
  });

  it('shares its caller’s signal with others, and leaves it when it has its reply', async () => {
    const server = await hostileServer({
      request: (socket) => socket.write(reply('{"ret":0,"msg":"ok"}')),
    });
    const { signal } = new AbortController();
    const msdk = caller(server.url, options);
    const calls = Array.from({ length: 20 }, () => msdk.auth.verifyLogin(login, { signal }));
    expect(getEventListeners(signal, 'abort').length).toBeGreaterThan(0);
    expect(await Promise.all(calls)).toHaveLength(20);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    msdk.client.close();
    await server.close();
  });
});

describe('a transport that ignores its signal', () => {
  it.each<[string, () => Promise<never>]>([
    ['never answers', () => new Promise(() => undefined)],
    [
      'fails when all is over',
      () => new Promise((_, reject) => void setTimeout(() => reject(new Error('late')), 80)),
    ],
  ])('and %s is given up in time, and by its caller', async (_what, transport) => {
    const nothingIsLeft = watchLeftovers();
    const msdk = caller('http://127.0.0.1:1', { transport, timeout: 40 });
    const late = await msdk.auth.verifyLogin(login).result();
    expect(late).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    const controller = new AbortController();
    const { signal } = controller;
    const call = msdk.auth.verifyLogin(login, { signal, timeout: 20_000 }).result();
    setTimeout(() => controller.abort(), 20);
    expect(await call).toMatchObject({ ok: false, error: { kind: 'aborted' } });
    await nothingIsLeft();
  });
});

describe('a transport that is used by itself', () => {
  it.each([
    ['the platform’s', platformTransport()],
    ['fetch', fetchTransport((url, init) => fetch(url, init))],
  ])('%s sends nothing where its signal came first', async (_name, transport) => {
    const server = await hostileServer({});
    const request: HttpRequest = { method: 'GET', origin: server.url, path: '/', headers: {} };
    const reason = new Error('over');
    const sent = transport(request, {
      signal: AbortSignal.abort(reason),
      onAbort: (listener) => listener(reason),
      maxReplyBytes: 1000,
    });
    const given = await Promise.race([
      sent.catch((error: unknown) => error),
      new Promise((resolve) => void setTimeout(resolve, 2000, 'nothing')),
    ]);
    transport.close?.();
    expect(given).toBe(reason);
    expect(server.requests).toEqual([]);
    await server.close();
  });
});
