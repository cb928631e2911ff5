import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  rateLimiter,
  type RateLimiter,
  type RateLimit,
} from '../../generated/client/index.js';
import { failureOf, player, profile, queryOf, reply, scripted } from '../support/scripted.js';

/** A client under a rate limit, and when it has sent what. */
function limited(limit: RateLimit, steps = [reply(profile)] as Parameters<typeof scripted>) {
  const { transport, requests } = scripted(...steps);
  const sent: [string | undefined, number][] = [];
  const start = performance.now();
  const apps = { qq: { appid: '1', key: 'k', rateLimit: rateLimiter(limit) } };
  const msdk = createMsdk({
    apps,
    baseUrl: 'http://msdk.example',
    transport: (request, limits) => {
      sent.push([queryOf(request)['openid'], performance.now() - start]);
      return transport(request, limits);
    },
  });
  const ask = (openid: string, options = {}) =>
    msdk.relation.qqprofile({ ...player, openid }, options);
  return { msdk, ask, sent, requests };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Takes a turn and gives the milliseconds that it waits for; more than `most` where none is taken. */
function reserve(limiter: RateLimiter, openid: string, most: number): number {
  let wait = 0;
  const pause = (milliseconds: number): Promise<void> => {
    wait = milliseconds;
    return Promise.resolve();
  };
  void limiter.pass(openid, { remaining: most, pause }, '/nowhere');
  return wait;
}

describe('a rate limit', () => {
  it('by player lets each player’s calls out one by one, and others past them', async () => {
    const { ask, sent } = limited({ requests: 1, seconds: 1, per: 'player' });
    const calls = ['A', 'A', 'B', 'A'].map((openid) => ask(openid));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(sent).toEqual([
      ['A', 0],
      ['B', 0],
      ['A', 1000],
      ['A', 2000],
    ]);
  });

  it('by app makes all wait for each other', async () => {
    const { ask, sent } = limited({ requests: 1, seconds: 0.5, per: 'app' });
    const calls = ['A', 'B', 'C'].map((openid) => ask(openid));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(sent).toEqual([
      ['A', 0],
      ['B', 500],
      ['C', 1000],
    ]);
  });

  it('lets as many out at once as it allows, and the next as they fall due', async () => {
    const { ask, sent } = limited({ requests: 3, seconds: 1.5, per: 'app' });
    const calls = ['A', 'B', 'C', 'D', 'E'].map((openid) => ask(openid));
    await vi.runAllTimersAsync();
    await Promise.all(calls);
    expect(sent.map(([, at]) => at)).toEqual([0, 0, 0, 500, 1000]);
  });

  it('never lets out more in any stretch of time than a burst and what has fallen due', () => {
    const cases = fc.record({
      requests: fc.integer({ min: 1, max: 5 }),
      seconds: fc.integer({ min: 1, max: 5 }),
      gaps: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(cases, ({ requests, seconds, gaps }) => {
        const limiter = rateLimiter({ requests, seconds, per: 'app' });
        const out = gaps.map((gap) => {
          vi.advanceTimersByTime(gap);
          return performance.now() + reserve(limiter, 'A', Infinity);
        });
        for (const [first, from] of out.entries())
          for (const [last, to] of out.entries())
            if (first <= last)
              // A millisecond spares the test the rounding of sums.
              expect(last - first + 1).toBeLessThanOrEqual(
                requests + Math.floor(((to - from + 1) * requests) / (seconds * 1000)),
              );
      }),
    );
  });

  it('lets out at once what comes no faster than it allows', () => {
    const limiter = rateLimiter({ requests: 2, seconds: 1, per: 'player' });
    for (let second = 0; second < 50; second++) {
      expect(reserve(limiter, 'A', 0)).toBe(0);
      vi.advanceTimersByTime(500);
    }
  });

  it('refuses a call at once whose turn comes too late, and gives its turn to nobody', async () => {
    const { ask, sent } = limited({ requests: 1, seconds: 2, per: 'player' });
    await ask('A');
    const before = performance.now();
    for (const timeout of [10, 1999])
      expect(await failureOf(ask('A', { timeout }))).toMatchObject({ kind: 'timeout' });
    expect(performance.now()).toBe(before);
    const patient = ask('A', { timeout: 2001 });
    await vi.runAllTimersAsync();
    await patient;
    // Had those that were refused taken turns, this one had come at 6000.
    expect(sent.map(([, at]) => at)).toEqual([0, 2000]);
  });

  it('gives way to a caller who does not want to wait', async () => {
    const { ask, sent } = limited({ requests: 1, seconds: 2, per: 'player' });
    await ask('A');
    const caller = new AbortController();
    const call = failureOf(ask('A', { signal: caller.signal }));
    await vi.advanceTimersByTimeAsync(100);
    caller.abort();
    expect(await call).toMatchObject({ kind: 'aborted' });
    await vi.runAllTimersAsync();
    expect(sent).toHaveLength(1);
  });

  it('holds for attempts that repeat as well', async () => {
    const { ask, sent } = limited({ requests: 1, seconds: 1, per: 'player' }, [
      reply('', 503),
      reply(profile),
    ]);
    const call = ask('A');
    await vi.runAllTimersAsync();
    await call;
    expect(sent.map(([, at]) => at)).toEqual([0, 1000]);
  });

  it('by player does not hold up calls that name no player', async () => {
    const { transport, requests } = scripted(reply({ ret: 0, msg: '', lists: [] }));
    const rateLimit = rateLimiter({ requests: 1, seconds: 1, per: 'player' });
    const apps = { wechat: { appid: 'wx1', key: 'k', rateLimit } };
    const { relation } = createMsdk({ apps, baseUrl: 'http://msdk.example', transport });
    const calls = ['A', 'B', 'C'].map((openid) =>
      relation.wxprofile({ accessToken: 't', openids: [openid] }).result(),
    );
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(3);
    await vi.runAllTimersAsync();
    await Promise.all(calls);
  });

  it('of no requests, or in no time, is none', () => {
    for (const wrong of [
      { requests: 0, seconds: 1 },
      { requests: -1, seconds: 1 },
      { requests: NaN, seconds: 1 },
      { requests: 1, seconds: 0 },
      { requests: 1, seconds: NaN },
    ])
      expect(() => rateLimiter({ ...wrong, per: 'app' })).toThrow(RangeError);
  });
});

describe('the memory of a rate limit', () => {
  it('forgets the players who wait no more', () => {
    vi.useRealTimers();
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = (): number => (collect(), process.memoryUsage().heapUsed);
    // So little time that all of it is over at the next call, however fast the machine.
    const limiter = rateLimiter({ requests: 1, seconds: 1e-7, per: 'player' });
    const before = used();
    for (let number = 0; number < 400_000; number++)
      reserve(limiter, `a player with an openid as long as they are, ${number}`, 1);
    const grown = used() - before;
    // Remembered one and all, they would take 40 MB.
    expect(grown).toBeLessThan(8_000_000);
    expect(reserve(limiter, 'another', 1)).toBe(0);
  });
});
