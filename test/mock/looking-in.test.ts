import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, start } from '../support/mock-caller.js';

const path = '/share/qqark';

describe('the requests received', () => {
  it('can be looked at, of one endpoint or of all', async () => {
    const { mock, ask } = calledMock();
    await ask(`/${path}/`, bodyOf(path), { query: { opua: 'x' } });
    await ask('/nothing/here', 'no JSON');
    await ask('/freeflow/getinfo', undefined, { query: { openid: '' } });
    expect(mock.received()).toMatchObject([
      {
        number: 1,
        at: Date.parse(start),
        method: 'POST',
        path: `/${path}/`,
        endpoint: path,
        query: { opua: 'x' },
        body: bodyOf(path),
        cause: 'state',
        status: 200,
        reply: { ret: 0 },
        faults: [],
      },
      { number: 2, endpoint: undefined, body: 'no JSON', cause: 'refusal', reply: { ret: -505 } },
      { number: 3, body: undefined, cause: 'state' },
    ]);
    expect(mock.received(path)).toHaveLength(1);
    expect(mock.received('/share/qq')).toEqual([]);
  });

  it('are kept up to a number, and counted past it', async () => {
    const { mock, ask } = calledMock({ keep: 3 });
    for (let count = 0; count < 20; count++) await ask(path, '');
    expect(mock.received().map(({ number }) => number)).toEqual([18, 19, 20]);
    const none = calledMock({ keep: 0 });
    await none.ask(path, '');
    expect(none.mock.received()).toEqual([]);
  });

  it('are let go where they are large, so that they do not fill the memory', async () => {
    const { mock, ask } = calledMock();
    for (let count = 0; count < 40; count++) await ask(path, 'x'.repeat(1024 * 1024));
    expect(mock.received().length).toBeLessThan(33);
    expect(mock.received().at(-1)?.number).toBe(40);
  });

  it('are told to an observer, and forgotten by a reset', async () => {
    const seen: number[] = [];
    const { mock, ask } = calledMock({ observe: ({ number }) => void seen.push(number) });
    await ask(path, '');
    await ask(path, '');
    mock.reset();
    expect(mock.received()).toEqual([]);
    await ask(path, '');
    expect(seen).toEqual([1, 2, 1]);
  });
});

describe('the clock', () => {
  it.each([NaN, Infinity])('takes no %d', (nonsense) => {
    const { clock } = calledMock().mock;
    expect(() => clock.advance(nonsense)).toThrow(RangeError);
    expect(() => clock.set(nonsense)).toThrow(RangeError);
  });

  it('stands where it was set, moves on by hand, and runs when it is let', () => {
    const { clock } = calledMock().mock;
    expect(clock.now()).toBe(Date.parse(start));
    clock.advance(5);
    expect(clock.now()).toBe(Date.parse(start) + 5);
    clock.set(7);
    expect(clock.now()).toBe(7);
    clock.run();
    expect(clock.now()).toBeGreaterThanOrEqual(7);
    expect(clock.now()).toBeLessThan(60_000);
  });

  it('runs like the real one unless it is told otherwise, and moves on from there', () => {
    const { clock } = calledMock({ clock: new Date().toISOString() }).mock;
    clock.run();
    clock.advance(3_600_000);
    expect(Math.abs(clock.now() - Date.now() - 3_600_000)).toBeLessThan(60_000);
  });
});

describe('a world', () => {
  it('is the same for the same seed, and another for another', async () => {
    const replies = async (seed: number): Promise<unknown> => {
      const { ask } = calledMock({ seed });
      const stranger = { openid: 'a stranger' };
      return [
        await ask('/relation/qqprofile', bodyOf('/relation/qqprofile', stranger)),
        await ask('/profile/query_vip', bodyOf('/profile/query_vip', { ...stranger, vip: 511 })),
        await ask('/relation/createbind_groupv2', bodyOf('/relation/createbind_groupv2')),
        await ask('/auth/refresh_token', bodyOf('/auth/refresh_token')),
      ];
    };
    expect(await replies(7)).toEqual(await replies(7));
    expect(await replies(7)).not.toEqual(await replies(8));
  });

  it('goes on from a snapshot as if nothing had happened', async () => {
    const one = calledMock();
    await one.ask('/profile/get_gift', bodyOf('/profile/get_gift'));
    await one.ask('/relation/createbind_groupv2', bodyOf('/relation/createbind_groupv2'));
    const { refreshToken } = await one.ask('/auth/refresh_token', bodyOf('/auth/refresh_token'));
    const saved = JSON.parse(JSON.stringify(one.mock.snapshot())) as object;
    const other = calledMock({ world: saved });
    expect(other.mock.snapshot()).toEqual(one.mock.snapshot());
    for (const { ask } of [one, other]) {
      expect(await ask('/profile/get_gift', bodyOf('/profile/get_gift'))).toMatchObject({
        GiftPackList: [],
      });
      const again = bodyOf('/auth/refresh_token', { refreshToken });
      expect(await ask('/auth/refresh_token', again)).toMatchObject({ ret: 0 });
      expect(await ask('/auth/refresh_token', bodyOf('/auth/refresh_token'))).toMatchObject({
        ret: -20000,
      });
    }
    expect(other.mock.snapshot()).toEqual(one.mock.snapshot());
  });

  it('is not changed by who changes a snapshot of it', async () => {
    const { mock, ask } = calledMock();
    const saved = mock.snapshot();
    (saved.players as unknown[]).length = 0;
    for (const group of saved.groups ?? []) (group.members as string[]).length = 0;
    const { lists } = await ask('/relation/qqfriends_detail', bodyOf('/relation/qqfriends_detail'));
    expect(lists).not.toEqual([]);
    const relation = bodyOf('/relation/get_groupinfov2', { gc: '100000000' });
    expect(await ask('/relation/get_groupinfov2', relation)).toMatchObject({
      data: { relation: 1 },
    });
    expect(mock.snapshot().groups?.[0]?.members).not.toEqual([]);
  });
});

describe('frequency', () => {
  it('is limited for each player, where it is asked for', async () => {
    const { ask, mock } = calledMock({ requestsPerSecond: 2 });
    const of = async (openid: string): Promise<unknown> =>
      (await ask('/relation/qqprofile', bodyOf('/relation/qqprofile', { openid })))['ret'];
    expect([await of('A'), await of('A'), await of('A'), await of('B')]).toEqual([0, 0, -503, 0]);
    mock.clock.advance(999);
    expect(await of('A')).toBe(-503);
    mock.clock.advance(1);
    expect(await of('A')).toBe(0);
  });
});
