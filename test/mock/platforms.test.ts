import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Json } from '../support/mock-caller.js';

const qqPlayer = '0123456789ABCDEF0123456789ABCDEF';
const wechat = { query: { appid: 'wx0000000000000001' } };

describe('the platforms', () => {
  it('keep their tokens apart', async () => {
    const { ask } = calledMock();
    const token = { openid: qqPlayer, accessToken: 'QQ-TOKEN-OF-01234567' };
    expect(await ask('/relation/qqprofile', bodyOf('/relation/qqprofile', token))).toMatchObject({
      ret: 0,
    });
    expect(await ask('/auth/check_token', token, wechat)).toMatchObject({ ret: -20000 });
  });

  it('keep their players apart, whatever their openids', async () => {
    const { ask } = calledMock();
    const asked = bodyOf('/relation/wxfriends', { openid: qqPlayer });
    const { openids } = await ask('/relation/wxfriends', asked, wechat);
    expect(openids).toEqual([
      'oAbCdEfGhIjKlMnOpQrStUvWx001',
      'oAbCdEfGhIjKlMnOpQrStUvWx002',
      'oAbCdEfGhIjKlMnOpQrStUvWx003',
    ]);
  });

  it('keep a refreshed player’s namesake logged in', async () => {
    const { ask } = calledMock();
    const login = (): Promise<Json> =>
      ask('/auth/verify_login', bodyOf('/auth/verify_login', { openid: 'same', openkey: 'T' }));
    expect(await login()).toMatchObject({ ret: 0 });
    const refresh = { query: { ...wechat.query, openid: 'same' } };
    expect(await ask('/auth/refresh_token', bodyOf('/auth/refresh_token'), refresh)).toMatchObject({
      ret: 0,
    });
    expect(await login()).toMatchObject({ ret: 0 });
  });
});

describe('what the newest documents say', () => {
  it('friends outside the game are told of no longer, and were until then', async () => {
    const path = '/relation/qq_unreg_friends';
    const ask = (clock: string): Promise<Json> =>
      calledMock({ clock }).ask(path, bodyOf(path), { query: { openid: qqPlayer } });
    expect((await ask('2021-11-04T23:59:59Z'))['friends']).toHaveLength(2);
    expect((await ask('2021-11-05T00:00:00Z'))['friends']).toEqual([]);
  });

  it.each([
    [0, 0, 0, 0],
    [1, 0, 1, 1],
    [4, 0, 4, 2],
    [5, 1, 5, 3],
    [7, 3, 7, 5],
  ])(
    'a Xinyue level of %i is %i, %i and %i on the three scales',
    async (level, three, seven, upgraded) => {
      const player = { openid: 'oA', platform: 'wechat', xinyueLevel: level } as const;
      const { ask } = calledMock({ world: { players: [player] } });
      const path = '/profile/get_wx_xinyue_vip';
      const by = async (flags: Readonly<Record<string, string>>): Promise<unknown> => {
        const query = { ...wechat.query, openid: 'oA', access_token: 'T', serial: 's', ...flags };
        return (await ask(path, undefined, { query }))['ilevel'];
      };
      expect([
        await by({}),
        await by({ seven_flag: '1' }),
        await by({ xinyue_upgrade: '1' }),
      ]).toEqual([three, seven, upgraded]);
    },
  );

  it('a guild has a group for each kind', async () => {
    const { ask } = calledMock();
    const guild = { guild_id: '77', zone_id: '3' };
    const of = (name: string, changes: Json): Promise<Json> =>
      ask(`/relation/${name}`, bodyOf(`/relation/${name}`, { ...guild, ...changes }));
    const numbers = new Set<unknown>();
    for (const type of ['0', '1']) {
      expect(await of('createbind_groupv2', { type })).toMatchObject({ ret: 0 });
      const { data } = await of('get_groupcode', { type });
      numbers.add((data as { gc: string }).gc);
    }
    expect(numbers.size).toBe(2);
    expect(await of('unlink_groupv2', { type: '1', guild_name: 'x' })).toMatchObject({ ret: 0 });
    expect(await of('get_groupcode', { type: '1' })).toMatchObject({ data: { gc: '' } });
    expect(await of('get_groupcode', { type: '0' })).not.toMatchObject({ data: { gc: '' } });
  });

  it.each<[string, unknown, number]>([
    ['title', 'a'.repeat(46), 103],
    ['fopenids', [{ openid: 'a'.repeat(700), type: 0 }], 27],
  ])('a message whose %s is too long is refused by its own code', async (name, value, code) => {
    const reply = await calledMock().ask('/share/qq', bodyOf('/share/qq', { [name]: value }));
    expect(reply).toMatchObject({ ret: -10000, msg: expect.stringMatching(`^${code},`) as string });
  });

  it('the errors of the first group interface have their code in the text, too', async () => {
    const path = '/relation/get_groupopenid';
    const reply = await calledMock().ask(path, bodyOf(path, { unionid: 'nobody' }));
    expect(reply).toEqual({ ret: -10000, msg: '2002,no binding', platCode: '2002', err_type: '5' });
  });

  it.each([
    ['/relation/unbind_group', '2003'],
    ['/relation/qq_gain_chest', '1001'],
  ])('%s has a code of its own for a token', async (path, platCode) => {
    const { ask } = calledMock({ strangers: 'refuse' });
    expect(await ask(path, bodyOf(path))).toMatchObject({ ret: -10000, platCode });
  });

  it('an appid that is there and empty does not exist', async () => {
    const { ask } = calledMock();
    expect(await ask('/auth/verify_login', '{}', { query: { appid: '' } })).toMatchObject({
      ret: -504,
    });
  });
});
