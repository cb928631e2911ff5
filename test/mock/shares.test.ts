import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Called, type Json } from '../support/mock-caller.js';

const hour = 3_600_000;
const day = 24 * hour;

/** Sends messages until one is refused, and gives how many went through. */
async function countSent(send: () => Promise<Json>): Promise<number> {
  for (let sent = 0; sent < 200; sent++) if ((await send())['ret'] !== 0) return sent;
  return Infinity;
}

/** Tokens that are new each day, so that none has expired. */
const tokenOf = ({ mock }: Called): string => `token of ${Math.floor(mock.clock.now() / hour)}`;

const ark = (called: Called, openid: () => string, fopenid: () => string) => (): Promise<Json> =>
  called.ask(
    '/share/qqark',
    bodyOf('/share/qqark', {
      openid: openid(),
      fopenid: fopenid(),
      accessToken: tokenOf(called),
    }),
  );
const toQq = (called: Called, openid: () => string, to: () => string) => (): Promise<Json> =>
  called.ask(
    '/share/qq',
    bodyOf('/share/qq', {
      openid: openid(),
      fopenids: [{ openid: to(), type: 0 }],
      access_token: tokenOf(called),
    }),
  );

const always = (name: string) => () => name;
const another = () => {
  let number = 0;
  return () => `player ${++number}`;
};

describe('messages between players', () => {
  it.each<[string, (called: Called) => () => Promise<Json>, number]>([
    ['ark, one to one', (called) => ark(called, always('A'), always('B')), 3],
    ['ark, many to one', (called) => ark(called, another(), always('B')), 5],
    ['ark, one to many', (called) => ark(called, always('A'), another()), 30],
    ['to QQ, many to one', (called) => toQq(called, another(), always('B')), 5],
    ['to QQ, one to many', (called) => toQq(called, always('A'), another()), 30],
  ])('%s: so many a day, and again on the next', async (_what, sender, limit) => {
    const called = calledMock();
    const send = sender(called);
    expect(await countSent(send)).toBe(limit);
    called.mock.clock.advance(day);
    expect(await countSent(send)).toBe(limit);
  });

  it('to QQ: twenty a week to one player, and again from Monday on', async () => {
    // 2026-03-02 is a Monday.
    const called = calledMock();
    const send = toQq(called, another(), always('B'));
    const perDay: number[] = [];
    for (let weekday = 0; weekday < 8; weekday++) {
      perDay.push(await countSent(send));
      called.mock.clock.advance(day);
    }
    expect(perDay).toEqual([5, 5, 5, 5, 0, 0, 0, 5]);
  });

  it('a day begins at midnight in China', async () => {
    const called = calledMock({ clock: '2026-03-02T15:59:59.999Z' });
    const send = ark(called, always('A'), always('B'));
    expect(await countSent(send)).toBe(3);
    expect(await countSent(send)).toBe(0);
    called.mock.clock.advance(1);
    expect(await countSent(send)).toBe(3);
  });

  it('past the limit are refused with the documented code', async () => {
    const called = calledMock();
    const send = toQq(called, another(), always('B'));
    await countSent(send);
    expect(await send()).toMatchObject({
      ret: -10000,
      msg: expect.stringMatching(/^30,/) as string,
    });
  });

  it('are not limited where limits are off', async () => {
    const called = calledMock({ shareLimits: false });
    expect(await countSent(ark(called, always('A'), always('B')))).toBe(Infinity);
  });

  it('go to friends only, where both are known', async () => {
    const world = {
      players: [
        { openid: 'A', platform: 'qq', friends: ['B'] },
        { openid: 'B', platform: 'qq' },
        { openid: 'C', platform: 'qq' },
      ],
    } as const;
    const called = calledMock({ world });
    expect(await toQq(called, always('A'), always('B'))()).toMatchObject({ ret: 0 });
    expect(await toQq(called, always('A'), always('C'))()).toMatchObject({
      ret: -10000,
      msg: '100030,is_friend is 0',
    });
    expect(await toQq(called, always('A'), always('a stranger'))()).toMatchObject({ ret: 0 });
  });
});
