import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  NotSent,
  type AttemptContext,
  type MsdkOptions,
  type Transport,
} from '../../generated/client/index.js';
import {
  failureOf,
  nowhere,
  player,
  profile,
  reply,
  scripted,
  silent,
} from '../support/scripted.js';

type Game = typeof nowhere.apps;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function against(transport: Transport, more: Partial<MsdkOptions<Game>> = {}) {
  return createMsdk<Game>({ ...nowhere, ...more, transport } as MsdkOptions<Game>);
}

/** After how many milliseconds a call is over, and how. */
async function endOf(call: PromiseLike<unknown>): Promise<{ kind: string; after: number }> {
  const start = performance.now();
  const failed = failureOf(call).then(({ kind }) => ({ kind, after: performance.now() - start }));
  await vi.runAllTimersAsync();
  return failed;
}

describe('a call that gets no answer', () => {
  it('is given up after 3100 ms, where nothing is said', async () => {
    const { relation } = against(silent);
    expect(await endOf(relation.qqprofile(player))).toEqual({ kind: 'timeout', after: 3100 });
  });

  it('is given up after the client’s time, and that of the call before it', async () => {
    const { relation } = against(silent, { timeout: 70 });
    expect(await endOf(relation.qqprofile(player))).toEqual({ kind: 'timeout', after: 70 });
    for (const timeout of [9, 5000])
      expect(await endOf(relation.qqprofile(player, { timeout }))).toEqual({
        kind: 'timeout',
        after: timeout,
      });
    const asClient = relation.qqprofile(player, { timeout: undefined });
    expect(await endOf(asClient)).toEqual({ kind: 'timeout', after: 70 });
  });

  it('is given up even by a transport, a key and an interceptor that do not listen', async () => {
    const deaf = (): Promise<never> => new Promise(() => undefined);
    const deafApps = { qq: { appid: '1', key: deaf } };
    const clients = [
      against(deaf, { timeout: 40 }),
      against(silent, { timeout: 40, interceptors: [deaf] }),
      createMsdk({ ...nowhere, apps: deafApps, timeout: 40, transport: silent }),
    ];
    for (const { relation } of clients)
      expect(await endOf(relation.qqprofile(player))).toEqual({ kind: 'timeout', after: 40 });
  });

  it('tells its transport, so that nothing stays open', async () => {
    let signal: AbortSignal | undefined;
    const { relation } = against(
      (_request, limits) => new Promise(() => void (signal = limits.signal)),
    );
    expect(await endOf(relation.qqprofile(player))).toMatchObject({ kind: 'timeout' });
    expect(signal?.aborted).toBe(true);
  });
});

describe('a call that is repeated', () => {
  it('ends within its time, its attempts and pauses included', async () => {
    const cases = fc.record({
      timeout: fc.integer({ min: 1, max: 3000 }),
      lasting: fc.integer({ min: 0, max: 500 }),
      baseDelay: fc.integer({ min: 1, max: 500 }),
      chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ timeout, lasting, baseDelay, chance }) => {
        const { transport, requests } = scripted(async () => {
          await new Promise((resolve) => setTimeout(resolve, lasting));
          throw new NotSent('no connection');
        });
        const retry = { attempts: 50, baseDelay, random: () => chance };
        const { kind, after } = await endOf(
          against(transport, { timeout, retry }).relation.qqprofile(player),
        );
        expect(after).toBeLessThanOrEqual(timeout);
        // It is given up early only where the next pause would be too long.
        expect(kind).toBe(after === timeout ? 'timeout' : 'network');
        expect(requests.length).toBeGreaterThan(0);
      }),
    );
  });

  it('has its time once, not for each attempt', async () => {
    const { transport, requests } = scripted(new NotSent('no connection'), silent);
    const { relation } = against(transport, { timeout: 100, retry: { random: () => 0.9 } });
    expect(await endOf(relation.qqprofile(player))).toEqual({ kind: 'timeout', after: 100 });
    expect(requests).toHaveLength(2);
  });
});

describe('a call that is over', () => {
  it('leaves no timer behind', async () => {
    await against(scripted(reply(profile)).transport).relation.qqprofile(player);
    await failureOf(against(scripted(reply('', 404)).transport).relation.qqprofile(player));
    const { relation } = against(silent);
    const caller = new AbortController();
    const call = failureOf(relation.qqprofile(player, { signal: caller.signal }));
    caller.abort();
    expect(await call).toMatchObject({ kind: 'aborted' });
    expect(await failureOf(relation.qqprofile({} as typeof player))).toMatchObject({
      kind: 'request',
    });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has aborted the signal that its interceptors were given', async () => {
    let context: AttemptContext | undefined;
    const { relation } = against(scripted(reply(profile)).transport, {
      interceptors: [
        (request, next, given) => {
          context = given;
          return next(request);
        },
      ],
    });
    await relation.qqprofile(player);
    expect(context?.signal.aborted).toBe(true);
  });

  it('listens to its caller’s signal no more', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { relation } = against(scripted(reply(profile)).transport);
    for (let made = 0; made < 3; made++) await relation.qqprofile(player, { signal });
    expect(added).toHaveBeenCalledTimes(3);
    expect(removed.mock.calls.map((call) => call.slice(0, 2))).toEqual(
      added.mock.calls.map((call) => call.slice(0, 2)),
    );
  });
});

describe('a caller’s signal', () => {
  it('ends a call also in a pause, and says why', async () => {
    const caller = new AbortController();
    const { transport, requests } = scripted(new NotSent('no connection'));
    const { relation } = against(transport, { retry: { baseDelay: 500, random: () => 0.9 } });
    const call = failureOf(relation.qqprofile(player, { signal: caller.signal }));
    await vi.advanceTimersByTimeAsync(200);
    const reason = new Error('the player has left');
    caller.abort(reason);
    const error = await call;
    expect(error).toMatchObject({ kind: 'aborted' });
    expect(error.cause).toBe(reason);
    expect(requests).toHaveLength(1);
  });
});
