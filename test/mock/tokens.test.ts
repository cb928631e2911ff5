import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Called } from '../support/mock-caller.js';

const hour = 3_600_000;
const check = '/auth/check_token';
const login = '/auth/verify_login';
const refresh = '/auth/refresh_token';

const checks = ({ ask }: Called, accessToken: unknown, openid = 'oAbCdEfGhIjKlMnOpQrStUvWx001') =>
  ask(check, { openid, accessToken }, { query: { appid: 'wx0000000000000001' } });
const logsIn = ({ ask }: Called, openkey = 'QQ-TOKEN-OF-01234567') =>
  ask(login, bodyOf(login, { openkey }));
const refreshes = ({ ask }: Called, refreshToken: unknown) =>
  ask(refresh, { appid: 'wx0000000000000001', refreshToken });

describe('a token', () => {
  it.each(['WECHAT-TOKEN-OF-001', 'a stranger’s'])(
    'of WeChat lives two hours: %s',
    async (token) => {
      const called = calledMock();
      expect(await checks(called, token)).toMatchObject({ ret: 0 });
      called.mock.clock.advance(2 * hour - 1);
      expect(await checks(called, token)).toMatchObject({ ret: 0 });
      called.mock.clock.advance(1);
      expect(await checks(called, token)).toEqual({
        ret: -20000,
        msg: '42001,access_token expired',
        err_type: '3',
      });
    },
  );

  it.each(['QQ-TOKEN-OF-01234567', 'a stranger’s'])(
    'of QQ lives two hours from the last login check: %s',
    async (token) => {
      const called = calledMock();
      for (let checked = 0; checked < 5; checked++) {
        expect(await logsIn(called, token)).toMatchObject({ ret: 0 });
        called.mock.clock.advance(1.9 * hour);
      }
      called.mock.clock.advance(0.2 * hour);
      expect(await logsIn(called, token)).toMatchObject({ ret: -10000, err_type: '2' });
    },
  );

  it('is prolonged by no other call', async () => {
    const called = calledMock();
    const profile = (): Promise<unknown> =>
      called.ask('/relation/qqprofile', bodyOf('/relation/qqprofile', { accessToken: 'T' }));
    expect(await profile()).toMatchObject({ ret: 0 });
    called.mock.clock.advance(1.5 * hour);
    expect(await profile()).toMatchObject({ ret: 0 });
    called.mock.clock.advance(hour);
    expect(await profile()).toMatchObject({
      ret: -10000,
      msg: expect.stringMatching(/^100014,/) as string,
    });
  });

  it('of one player is no other’s', async () => {
    const called = calledMock();
    expect(await checks(called, 'WECHAT-TOKEN-OF-001', 'oAnother')).toMatchObject({
      ret: -20000,
      msg: '40001,invalid credential',
    });
  });

  it('for refreshing is none for calls, and the other way round', async () => {
    const called = calledMock();
    expect(await checks(called, 'WECHAT-REFRESH-TOKEN-OF-001')).toMatchObject({ ret: -20000 });
    expect(await refreshes(called, 'WECHAT-TOKEN-OF-001')).toMatchObject({ ret: -20000 });
  });

  it('that has expired does not stop a refresh that carries it along', async () => {
    const called = calledMock();
    called.mock.clock.advance(3 * hour);
    const body = {
      refreshToken: 'WECHAT-REFRESH-TOKEN-OF-001',
      accessToken: 'WECHAT-TOKEN-OF-001',
    };
    expect(await called.ask(refresh, { appid: 'wx0000000000000001', ...body })).toMatchObject({
      ret: 0,
    });
  });

  it('is asked of no call that has none; its player has to be known where strangers are refused', async () => {
    const gift = (strangers: 'adopt' | 'refuse'): Promise<unknown> =>
      calledMock({ strangers }).ask(
        '/profile/get_gift',
        bodyOf('/profile/get_gift', { openid: 'X' }),
      );
    expect(await gift('adopt')).toMatchObject({ ret: 0 });
    expect(await gift('refuse')).toMatchObject({
      ret: -10000,
      msg: expect.stringMatching(/^-10002,/) as string,
    });
  });

  it('that nobody gave out is refused where strangers are', async () => {
    const called = calledMock({ strangers: 'refuse' });
    expect(await checks(called, 'a stranger’s')).toMatchObject({ ret: -20000 });
    expect(await checks(called, 'WECHAT-TOKEN-OF-001')).toMatchObject({ ret: 0 });
  });
});

describe('refreshing', () => {
  it.each(['WECHAT-REFRESH-TOKEN-OF-001', 'a stranger’s'])(
    'gives new tokens that work, and ends the old ones: %s',
    async (first) => {
      const called = calledMock();
      const one = await refreshes(called, first);
      expect(one).toMatchObject({ ret: 0, expiresIn: 7200 });
      expect(await refreshes(called, first)).toMatchObject({ ret: -20000, err_type: '2' });
      expect(await checks(called, one['accessToken'], String(one['openid']))).toMatchObject({
        ret: 0,
      });
      const two = await refreshes(called, one['refreshToken']);
      expect(two).toMatchObject({ ret: 0, openid: one['openid'] });
      expect(await checks(called, one['accessToken'], String(one['openid']))).toMatchObject({
        ret: -20000,
      });
      expect(two['accessToken']).not.toBe(one['accessToken']);
    },
  );

  it('ends a token for whoever brings it again, named or not', async () => {
    const { ask } = calledMock();
    const by = (openid: string): Promise<unknown> =>
      ask(refresh, bodyOf(refresh), { query: { appid: 'wx0000000000000001', openid } });
    expect(await by('oA')).toMatchObject({ ret: 0 });
    expect(await by('')).toMatchObject({ ret: -20000 });
    expect(await by('oB')).toMatchObject({ ret: -20000 });
  });

  it('ends the access token that the player had before', async () => {
    const called = calledMock();
    expect(await refreshes(called, 'WECHAT-REFRESH-TOKEN-OF-001')).toMatchObject({ ret: 0 });
    expect(await checks(called, 'WECHAT-TOKEN-OF-001')).toMatchObject({ ret: -20000 });
  });

  it('is possible for thirty days', async () => {
    const called = calledMock();
    called.mock.clock.advance(30 * 24 * hour - 1);
    const { refreshToken, ret } = await refreshes(called, 'WECHAT-REFRESH-TOKEN-OF-001');
    expect(ret).toBe(0);
    called.mock.clock.advance(30 * 24 * hour);
    expect(await refreshes(called, refreshToken)).toEqual({
      ret: -20000,
      msg: '42004,refresh_token expired',
      err_type: '2',
    });
  });
});
