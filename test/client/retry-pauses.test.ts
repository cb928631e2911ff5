import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  isRetryable,
  NotSent,
  sign,
  type RetryNotice,
  type RetryOptions,
  type WholeOptions,
} from '../../generated/client/index.js';
import {
  failureOf,
  nowhere,
  player,
  profile,
  queryOf,
  reply,
  scripted,
  type Step,
} from '../support/scripted.js';

const down = new NotSent('no connection');
const overloaded = reply('', 503);
const tooOften = reply({ ret: -99, msg: 'Request overly frequency' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client that keeps the notices of its retries. */
function watched(steps: readonly [Step, ...Step[]], options: WholeOptions['retry'], more = {}) {
  const notices: RetryNotice[] = [];
  const { transport, requests } = scripted(...steps);
  const observers = [() => ({ retry: (notice: RetryNotice) => notices.push(notice) })];
  const retry = options === undefined ? {} : { retry: options };
  const msdk = createMsdk({ ...nowhere, timeout: 60_000, ...more, ...retry, transport, observers });
  return { msdk, requests, notices, delays: () => notices.map(({ delay }) => delay) };
}

/** Runs a call to its end, whatever it is, without waiting for the clock. */
async function ended<T>(call: { result(): Promise<T> }): Promise<T> {
  const result = call.result();
  await vi.runAllTimersAsync();
  return result;
}

describe('the pauses between attempts', () => {
  it('double from the base to the limit, and are spread by chance', async () => {
    const options = fc.record({
      attempts: fc.integer({ min: 1, max: 9 }),
      baseDelay: fc.integer({ min: 1, max: 1000 }),
      maxDelay: fc.integer({ min: 1, max: 3000 }),
      chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(options, async ({ chance, ...given }) => {
        const { msdk, requests, delays } = watched([down], { ...given, random: () => chance });
        await ended(msdk.relation.qqprofile(player));
        expect(requests).toHaveLength(given.attempts);
        const pauses = Array.from({ length: given.attempts - 1 }, (_, index) =>
          Math.min(given.maxDelay, given.baseDelay * 2 ** index),
        );
        expect(delays()).toEqual(pauses.map((pause) => chance * pause));
      }),
    );
  });

  it('are three attempts, of 50 ms at most and then 100, where nothing is said', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.75);
    const { msdk, requests, notices, delays } = watched([overloaded], undefined);
    expect(await ended(msdk.relation.qqprofile(player))).toMatchObject({ ok: false });
    random.mockRestore();
    expect(requests).toHaveLength(3);
    expect(delays()).toEqual([37.5, 75]);
    expect(notices).toMatchObject([
      { attempt: 1, error: { kind: 'http', status: 503 } },
      { attempt: 2, error: { kind: 'http', status: 503 } },
    ]);
  });

  it('are waited for in full, and no longer', async () => {
    const { msdk, requests } = watched([down, reply(profile)], {
      baseDelay: 200,
      random: () => 0.5,
    });
    const call = msdk.relation.qqprofile(player).result();
    await vi.advanceTimersByTimeAsync(99);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(requests).toHaveLength(2);
    expect(await call).toMatchObject({ ok: true, data: { nickName: 'Ann' } });
  });

  it('are none where retries are off', async () => {
    const { msdk, requests } = watched([down], false);
    await ended(msdk.relation.qqprofile(player));
    expect(requests).toHaveLength(1);
  });

  it('last at least a second after an answer that asks for time', async () => {
    const { msdk, delays } = watched([tooOften, tooOften, reply(profile)], {
      baseDelay: 80,
      random: () => 0.25,
    });
    expect(await ended(msdk.relation.qqprofile(player))).toMatchObject({ ok: true });
    expect(delays()).toEqual([1020, 1040]);
  });

  it('that would outlast the call are not begun: it ends at once, as its attempt did', async () => {
    const { msdk, requests } = watched([tooOften], { random: () => 0 }, { timeout: 1000 });
    const before = performance.now();
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({
      kind: 'api',
      retry: 'later',
    });
    expect(performance.now() - before).toBe(0);
    expect(requests).toHaveLength(1);
    const patient = watched([tooOften, reply(profile)], { random: () => 0 }, { timeout: 1001 });
    expect(await ended(patient.msdk.relation.qqprofile(player))).toMatchObject({ ok: true });
  });
});

describe('the decision to repeat', () => {
  it('is the game’s where it gives one', async () => {
    const when: RetryOptions['when'] = (error, operation) =>
      error.kind === 'http' ? error.status === 404 : isRetryable(error, operation);
    const steps = [reply('', 404), down, overloaded] as const;
    const { msdk, requests } = watched([...steps], { when });
    expect(await ended(msdk.relation.qqprofile(player))).toMatchObject({
      error: { kind: 'http', status: 503 },
    });
    expect(requests).toHaveLength(3);
  });
});

describe('the budget of retries', () => {
  const calls = async (msdk: ReturnType<typeof watched>['msdk'], count: number): Promise<void> => {
    for (let made = 0; made < count; made++) await ended(msdk.relation.qqprofile(player));
  };

  it('lets 1,000 calls in an outage make ten and a tenth of them, and grows again after it', async () => {
    let isDown = true;
    const { msdk, requests } = watched(
      [() => (isDown ? Promise.reject(down) : Promise.resolve(reply(profile)))],
      {},
    );
    await calls(msdk, 1000);
    const retried = requests.length - 1000;
    expect(retried).toBeLessThanOrEqual(110);
    expect(retried).toBeGreaterThanOrEqual(105);
    isDown = false;
    await calls(msdk, 200);
    isDown = true;
    requests.length = 0;
    await calls(msdk, 5);
    // A full budget again, and no more than full: ten retries, two to a call.
    expect(requests).toHaveLength(15);
    requests.length = 0;
    await calls(msdk, 5);
    expect(requests.length).toBeLessThanOrEqual(6);
  });

  it('is each client’s own', async () => {
    const one = watched([down], {});
    await calls(one.msdk, 50);
    const other = watched([down], {});
    await calls(other.msdk, 1);
    expect(other.requests).toHaveLength(3);
  });
});

describe('each attempt', () => {
  it('is signed anew, by the clock and the key of its own moment', async () => {
    const keys = ['first key', 'second key', 'third key'];
    const times = [1_700_000_000_999, 1_700_000_001_000, 1_700_000_060_500];
    const asked = { key: 0, now: 0 };
    const apps = {
      qq: { appid: '1', key: () => Promise.resolve(keys[asked.key++] ?? '') },
    };
    const now = (): number => times[asked.now++] ?? 0;
    const { msdk, requests } = watched([down, overloaded, reply(profile)], {}, { apps, now });
    expect(await ended(msdk.relation.qqprofile(player))).toMatchObject({ ok: true });
    const stamps = ['1700000000', '1700000001', '1700000060'];
    expect(requests.map(queryOf)).toMatchObject(
      stamps.map((timestamp, index) => ({ timestamp, sig: sign(keys[index] ?? '', timestamp) })),
    );
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  });

  it('asks for its key once', async () => {
    const key = vi.fn(() => 'a key');
    const { msdk } = watched([reply(profile)], {}, { apps: { qq: { appid: '1', key } } });
    await msdk.relation.qqprofile(player);
    await msdk.relation.qqprofile(player);
    expect(key).toHaveBeenCalledTimes(2);
  });

  it('that gets no key is not made, nor repeated', async () => {
    for (const key of [
      () => '',
      () => Promise.reject(new Error('the vault is shut')),
      () => undefined as unknown as string,
    ]) {
      const { msdk, requests } = watched([down], {}, { apps: { qq: { appid: '1', key } } });
      expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({
        kind: 'request',
        findings: [{ pointer: '/apps/qq/key' }],
      });
      expect(requests).toHaveLength(0);
    }
  });
});
