import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMsdk,
  MsdkError,
  type Call,
  type RelationQqprofileResponse,
} from '../../generated/client/index.js';
import { nowhere, player, profile, reply, scripted, type Step } from '../support/scripted.js';

const failure = reply({ ret: -1011, msg: 'input param is null.' });
const unhandled: unknown[] = [];
const keep = (reason: unknown): unknown => unhandled.push(reason);

beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', keep);
});
afterEach(() => {
  process.off('unhandledRejection', keep);
});

function calling(step: Step = reply(profile, 200, { 'x-server': '7' })) {
  const { transport, requests } = scripted(step);
  const msdk = createMsdk({ ...nowhere, transport, retry: false });
  return { ask: () => msdk.relation.qqprofile(player), requests };
}

describe('a call that succeeds', () => {
  it('gives its data where it is awaited', async () => {
    expect(await calling().ask()).toEqual(profile);
  });

  it('is sent at once, and once, however often it is awaited', async () => {
    const { ask, requests } = calling();
    const call = ask();
    await wait(1);
    expect(requests).toHaveLength(1);
    const data = await call;
    expect(await call).toBe(data);
    expect(await call.result()).toEqual({ ok: true, data });
    expect((await call.withResponse()).data).toBe(data);
    expect(await call.then(({ nickName }) => nickName)).toBe('Ann');
    expect(requests).toHaveLength(1);
  });

  it('gives what came along with it to who asks', async () => {
    const retried = scripted(reply('', 503), reply(profile, 200, { 'x-server': '7' }));
    const msdk = createMsdk({ ...nowhere, transport: retried.transport, retry: { baseDelay: 1 } });
    const answer = await msdk.relation.qqprofile(player).withResponse();
    expect(answer).toEqual({
      data: profile,
      status: 200,
      headers: { 'x-server': '7' },
      text: JSON.stringify(profile),
      duration: expect.any(Number) as number,
      attempts: 2,
    });
    expect(answer.duration).toBeGreaterThanOrEqual(0);
  });

  it('is a promise to all who take one', async () => {
    const done = vi.fn();
    const { ask } = calling();
    const promise: Promise<RelationQqprofileResponse> = ask();
    expect(Object.prototype.toString.call(promise)).toBe('[object Call]');
    expect(await promise.finally(done)).toEqual(profile);
    expect(await ask().finally(null)).toEqual(profile);
    expect(done).toHaveBeenCalledExactlyOnceWith();
    expect(await ask().catch(done)).toEqual(profile);
    expect(await ask().then()).toEqual(profile);
    expect(await Promise.all([ask(), ask()])).toEqual([profile, profile]);
    expect(await Promise.race([ask(), new Promise(() => undefined)])).toEqual(profile);
    expect(await Promise.any([ask()])).toEqual(profile);
    expect(await Promise.allSettled([ask()])).toEqual([{ status: 'fulfilled', value: profile }]);
    expect(await Promise.resolve(ask())).toEqual(profile);
    expect(done).toHaveBeenCalledOnce();
  });
});

describe('a call that fails', () => {
  type Use = (call: Call<RelationQqprofileResponse>) => PromiseLike<unknown>;
  const uses: readonly [string, Use][] = [
    ['await', async (call) => await call],
    ['then', (call) => call.then(() => undefined)],
    ['then, with a handler', (call) => call.then(undefined, (error: unknown) => ({ error }))],
    ['catch', (call) => call.catch((error: unknown) => ({ error }))],
    ['catch, without a handler', (call) => call.catch()],
    ['finally', (call) => call.finally(() => undefined)],
    ['result', (call) => call.result()],
    ['withResponse', (call) => call.withResponse()],
    ['Promise.all', (call) => Promise.all([call])],
    ['Promise.race', (call) => Promise.race([call, new Promise(() => undefined)])],
    ['Promise.allSettled', (call) => Promise.allSettled([call])],
  ];

  it.each(uses)('tells its error by %s, and leaves no rejection unhandled', async (_how, use) => {
    const outcome: unknown = await use(calling(failure).ask()).then(
      (value) => value,
      (error: unknown) => ({ error }),
    );
    const told = Array.isArray(outcome)
      ? { error: (outcome[0] as PromiseRejectedResult).reason as unknown }
      : outcome;
    expect(told).toHaveProperty('error.kind', 'api');
    expect((told as { error: unknown }).error).toBeInstanceOf(MsdkError);
    await wait(1);
    expect(unhandled).toEqual([]);
  });

  it('tells the same error every time', async () => {
    const { ask, requests } = calling(failure);
    const call = ask();
    const first = await call.catch((error: unknown) => error);
    expect(await call.catch((error: unknown) => error)).toBe(first);
    expect(await call.result()).toEqual({ ok: false, error: first });
    expect(await call.withResponse().catch((error: unknown) => error)).toBe(first);
    expect(requests).toHaveLength(1);
  });

  it('has its error lost only where nobody looks at all', async () => {
    calling(failure).ask();
    await wait(5);
    expect(unhandled).toMatchObject([{ kind: 'api' }]);
  });

  it('lets no result reject, whatever it is that fails', async () => {
    const nothing = null as unknown as typeof player;
    const circular: Record<string, unknown> = {};
    circular['itself'] = circular;
    const { transport } = scripted(reply(profile));
    for (const validate of [true, false]) {
      const { relation } = createMsdk({ ...nowhere, transport, validate });
      for (const call of [
        () => relation.qqprofile(nothing),
        () => relation.qqprofile(undefined as unknown as typeof player),
        () => relation.qqprofile('A1' as unknown as typeof player),
        () => relation.qqprofile({ openid: 'A1', accessToken: 1n as unknown as string }),
        () => relation.qqprofile({ openid: 'A1', accessToken: circular as unknown as string }),
        () => relation.qqprofile({ openid: 'half a pair \ud800', accessToken: 't' }),
        () => relation.qqprofile(player, null as unknown as object),
        () => relation.qqprofile(player, 7 as unknown as object),
        () => relation.qqprofile(player, { timeout: -1 }),
      ]) {
        const result = await call().result();
        // What is not held against the catalogue may be sent as it is.
        if (validate || !result.ok)
          expect(result).toMatchObject({ ok: false, error: { kind: 'request' } });
      }
    }
  });
});
