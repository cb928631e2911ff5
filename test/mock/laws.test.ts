import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateResponse, type Endpoint } from '../../generated/validators/index.js';
import { bodyOf, calledMock, type Called, type Json } from '../support/mock-caller.js';

const hour = 3_600_000;
const players = ['oA', 'oB', 'oC'];
const guilds = ['1', '2'];

/** What is known to be true after what was done, by a model that is simpler than the mock. */
interface Believed {
  readonly taken: Set<string>;
  /** The groups' numbers, by their guilds. */
  readonly bound: Map<string, string>;
  readonly subscribed: Map<string, Set<number>>;
  readonly ended: string[];
  refresh: string;
}

type Step = (called: Called, believed: Believed) => Promise<void>;

async function send(called: Called, path: string, changes: Json, extras: Json = {}): Promise<Json> {
  const query = { openid: '', ...(extras as Record<string, string>) };
  const reply = await called.ask(path, bodyOf(path, { accessToken: 'T', ...changes }), { query });
  expect(validateResponse(path as Endpoint, reply)).toMatchObject({ ok: true });
  return reply;
}

const player = fc.constantFrom(...players);
const guild = fc.constantFrom(...guilds);
const message = fc.constantFrom(19, 43, 99);

const takesGifts = player.map((openid): Step => async (called, { taken }) => {
  const path = '/profile/get_gift';
  const { GiftPackList } = await called.ask(path, bodyOf(path, { openid }));
  expect(GiftPackList).toHaveLength(taken.has(openid) ? 0 : 1);
  taken.add(openid);
});

const creates = fc.tuple(player, guild).map(([openid, id]): Step => async (called, { bound }) => {
  const changes = { openid, guild_id: id, zone_id: '1', guild_name: `guild ${id}` };
  const { ret, data } = await send(called, '/relation/createbind_groupv2', changes);
  expect(ret).toBe(bound.has(id) ? -10000 : 0);
  if (ret === 0) bound.set(id, (data as { gc: string }).gc);
});

const unlinks = guild.map((id): Step => async (called, { bound }) => {
  const before = bound.get(id);
  await send(called, '/relation/unlink_groupv2', { guild_id: id, zone_id: '1' });
  bound.delete(id);
  for (const openid of players) {
    const { data } = await send(called, '/relation/get_group_listv2', { openid });
    if (before !== undefined) expect(JSON.stringify(data)).not.toContain(before);
  }
});

const asksForGroup = guild.map((id): Step => async (called, { bound }) => {
  const { data } = await send(called, '/relation/get_groupcode', { guild_id: id, zone_id: '1' });
  expect(data).toMatchObject({ gc: bound.get(id) ?? '' });
});

const joins = fc.tuple(player, guild).map(([openid, id]): Step => async (called, { bound }) => {
  const gc = bound.get(id);
  if (gc === undefined) return;
  const changes = { openid, guild_id: id, zone_id: '1', gc };
  expect(await send(called, '/relation/join_groupv2', changes)).toMatchObject({ ret: 0 });
  const { data } = await send(called, '/relation/get_groupinfov2', { openid, gc });
  expect((data as { relation: number }).relation).toBeLessThan(4);
});

const subscribes = fc
  .tuple(player, message, fc.constantFrom(0, 1))
  .map(([openid, id, opType]): Step => async (called, { subscribed }) => {
    await send(called, '/profile/subscribe_setlist', { openid, msgId: [id], opType });
    const mine = subscribed.get(openid) ?? new Set();
    if (opType === 0) mine.add(id);
    else mine.delete(id);
    subscribed.set(openid, mine);
  });

const clears = message.map((id): Step => async (called, { subscribed }) => {
  await send(called, '/profile/subscribe_clear', { msgId: id });
  for (const mine of subscribed.values()) mine.delete(id);
});

const lists = player.map((openid): Step => async (called, { subscribed }) => {
  const reply = await send(called, '/profile/subscribe_getlist', { openid });
  const rows = reply['subscribeList'] as { id: number; status: boolean }[];
  const mine = rows.filter(({ status }) => status).map(({ id }) => id);
  expect(new Set(mine)).toEqual(subscribed.get(openid) ?? new Set());
});

const rotates = fc.constant<Step>(async (called, believed) => {
  const path = '/auth/refresh_token';
  const reply = await called.ask(path, bodyOf(path, { refreshToken: believed.refresh }));
  expect(reply).toMatchObject({ ret: 0 });
  believed.ended.push(believed.refresh);
  believed.refresh = String(reply['refreshToken']);
  for (const refreshToken of believed.ended)
    expect(await called.ask(path, bodyOf(path, { refreshToken }))).toMatchObject({ ret: -20000 });
});

const movesOn = fc.constant<Step>(({ mock }) => {
  mock.clock.advance(hour / 8);
  return Promise.resolve();
});

const savesAndRestores = fc.constant<Step>(({ mock }) => {
  mock.restore(JSON.parse(JSON.stringify(mock.snapshot())) as object);
  return Promise.resolve();
});

describe('any sequence of valid calls', () => {
  it('keeps the laws of the state, across a snapshot too', async () => {
    const step = fc.oneof(
      takesGifts,
      creates,
      unlinks,
      asksForGroup,
      joins,
      subscribes,
      clears,
      lists,
      rotates,
      movesOn,
      savesAndRestores,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const called = calledMock();
        const believed: Believed = {
          taken: new Set(),
          bound: new Map(),
          subscribed: new Map(),
          ended: [],
          refresh: 'the first',
        };
        for (const one of steps) await one(called, believed);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a day by the mock’s clock', () => {
  it('ends what ends in a day, and keeps what stays', async () => {
    const called = calledMock();
    const path = '/auth/verify_login';
    const login = (openkey: string): Promise<Json> => called.ask(path, bodyOf(path, { openkey }));
    const shared: number[] = [];
    await called.ask('/profile/get_gift', bodyOf('/profile/get_gift'));
    await send(called, '/relation/createbind_groupv2', { guild_id: '1', zone_id: '1' });
    expect(await login('forgotten')).toMatchObject({ ret: 0 });
    for (let passed = 0; passed < 24; passed++) {
      expect(await login('renewed'), `hour ${passed}`).toMatchObject({ ret: 0 });
      const share = bodyOf('/share/qqark', { accessToken: `T${passed}` });
      shared.push(Number((await called.ask('/share/qqark', share))['ret']));
      called.mock.clock.advance(hour);
    }
    expect(await login('forgotten')).toMatchObject({ ret: -10000 });
    expect(await login('renewed')).toMatchObject({ ret: 0 });
    // It began at 16:00 in China: three go out before midnight and three after it.
    expect(shared.map((ret, at) => (ret === 0 ? at : -1)).filter((at) => at >= 0)).toEqual([
      0, 1, 2, 8, 9, 10,
    ]);
    const gifts = await called.ask('/profile/get_gift', bodyOf('/profile/get_gift'));
    expect(gifts).toMatchObject({ GiftPackList: [] });
    const code = await called.ask(
      '/relation/get_groupcode',
      bodyOf('/relation/get_groupcode', { accessToken: 'new', guild_id: '1', zone_id: '1' }),
    );
    expect((code['data'] as { gc: string }).gc).not.toBe('');
  });
});
