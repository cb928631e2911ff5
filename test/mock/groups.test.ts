import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Called, type Json } from '../support/mock-caller.js';

const leader = '0123456789ABCDEF0123456789ABCDEF';
const player = '89ABCDEF0123456789ABCDEF01234567';
const guild = { guild_id: '77', zone_id: '3' };

const calls = ({ ask }: Called) => {
  const of = (name: string) => async (changes: Json) =>
    ask(`/relation/${name}`, bodyOf(`/relation/${name}`, changes));
  return {
    create: of('createbind_groupv2'),
    bind: of('bind_existing_groupv2'),
    join: of('join_groupv2'),
    unlink: of('unlink_groupv2'),
    groupOfGuild: of('get_groupcode'),
    guildOfGroup: of('query_bind_unionv2'),
    relation: of('get_groupinfov2'),
    mine: of('get_group_listv2'),
    openidOf: of('get_groupopenid'),
    info: of('get_groupinfo'),
    detail: of('get_group_detail'),
    key: of('get_group_key'),
    unbind: of('unbind_group'),
  };
};

const created = async (called: Called) => {
  const reply = await calls(called).create({ ...guild, guild_name: 'The bold' });
  return (reply['data'] as { gc: string }).gc;
};

const byGuild = { opt: '0', unionid: '77', zoneid: '3' };

describe('the QQ group of a guild', () => {
  it('is the same in both group interfaces', async () => {
    const called = calledMock();
    const { groupOfGuild, openidOf, info, detail, key } = calls(called);
    const gc = await created(called);
    const { data } = await groupOfGuild(guild);
    const { group_openid: groupOpenid, group_key: joinGroupKey } = data as Record<string, string>;
    expect(data).toMatchObject({ gc, group_name: 'The bold' });
    expect(await openidOf(byGuild)).toMatchObject({ ret: 0, groupOpenid, platCode: '0' });
    expect(await openidOf({ opt: '1', groupCode: gc })).toMatchObject({ ret: 0, groupOpenid });
    const facts = { groupName: 'The bold', ownerOpenid: leader, unionid: '77', zoneid: '3' };
    expect(await info({ groupOpenid })).toMatchObject({ ...facts, memberNum: '1' });
    expect(await detail(byGuild)).toMatchObject({ ...facts, groupOpenid, joinGroupKey });
    expect(await key({ groupOpenid })).toMatchObject({ joinGroupKey });
  });

  it('has members, who alone may see it', async () => {
    const called = calledMock();
    const { join, relation, openidOf } = calls(called);
    const gc = await created(called);
    const openid = player;
    expect(await relation({ gc, openid })).toMatchObject({ data: { relation: 4 } });
    expect(await openidOf({ ...byGuild, openid })).toMatchObject({ ret: -10000, platCode: '2003' });
    expect(await join({ ...guild, gc, openid })).toMatchObject({ ret: 0 });
    expect(await relation({ gc, openid })).toMatchObject({ data: { relation: 3 } });
    expect(await relation({ gc })).toMatchObject({ data: { relation: 1 } });
    expect(await openidOf({ ...byGuild, openid })).toMatchObject({ ret: 0 });
  });

  it('is one at a time', async () => {
    const called = calledMock();
    await created(called);
    const { create, bind } = calls(called);
    expect(await create(guild)).toMatchObject({ ret: -10000 });
    expect(await bind({ ...guild, gc: '500000002' })).toMatchObject({ ret: -10000 });
  });

  it.each(['unlink', 'unbind'] as const)('is not told once it is unlinked by %s', async (way) => {
    const called = calledMock();
    const { groupOfGuild, guildOfGroup, mine, openidOf, bind, [way]: end } = calls(called);
    const gc = await created(called);
    const { data } = await groupOfGuild(guild);
    const { group_openid: groupOpenid } = data as Record<string, string>;
    expect((await mine({}))['data']).toMatchObject({
      group_list: expect.arrayContaining([{ gc, group_name: 'The bold' }]) as unknown,
    });
    expect(await end({ ...guild, groupOpenid, unionid: '77' })).toMatchObject({ ret: 0 });
    expect(await groupOfGuild(guild)).toMatchObject({ ret: 0, data: { gc: '' } });
    expect(await guildOfGroup({ gc })).toMatchObject({ data: { union_id: '' } });
    expect(JSON.stringify(await mine({}))).not.toContain(gc);
    expect(await openidOf(byGuild)).toMatchObject({ ret: -10000, platCode: '2002' });
    // The call of the second interface may be repeated, that of the first has a code for it.
    const again = await end({ ...guild, groupOpenid, unionid: '77' });
    expect(again['platCode']).toBe(way === 'unbind' ? '2001' : undefined);
    expect(await bind({ ...guild, gc })).toMatchObject({ ret: 0 });
    expect(await groupOfGuild(guild)).toMatchObject({ data: { gc } });
  });

  it('goes to another guild only after it has left the first', async () => {
    const called = calledMock();
    const { bind, unlink, groupOfGuild, guildOfGroup } = calls(called);
    const gc = await created(called);
    const other = { guild_id: '78', zone_id: '3' };
    expect(await bind({ ...other, gc })).toMatchObject({ ret: -10000 });
    await unlink(guild);
    expect(await bind({ ...other, gc })).toMatchObject({ ret: 0 });
    expect(await groupOfGuild(guild)).toMatchObject({ data: { gc: '' } });
    expect(await groupOfGuild(other)).toMatchObject({ data: { gc } });
    expect(await guildOfGroup({ gc })).toMatchObject({ data: { union_id: '78' } });
  });

  it('is found by its zone, too', async () => {
    const called = calledMock();
    await created(called);
    expect(await calls(called).groupOfGuild({ guild_id: '77', zone_id: '4' })).toMatchObject({
      data: { gc: '' },
    });
  });

  it('is forgotten some time after it was unlinked, so that none fill the memory', async () => {
    const called = calledMock();
    const { create, unlink, groupOfGuild } = calls(called);
    const lasting = await created(called);
    for (let count = 0; count < 5_100; count++) {
      const other = { guild_id: String(count), zone_id: 'another', openid: player };
      await create(other);
      await unlink(other);
    }
    expect(called.mock.snapshot().groups?.length).toBeLessThan(5_010);
    expect(await groupOfGuild(guild)).toMatchObject({ data: { gc: lasting } });
  });

  it('that nobody has heard of is refused where strangers are', async () => {
    const { join, unlink, bind } = calls(calledMock({ strangers: 'refuse' }));
    const openid = leader;
    const accessToken = 'QQ-TOKEN-OF-01234567';
    for (const call of [join, unlink, bind])
      expect(await call({ ...guild, gc: '600', openid, accessToken })).toMatchObject({
        ret: -10000,
        message: expect.stringMatching(/^-1,/) as string,
      });
  });
});

describe('a WeChat group', () => {
  const groupid = 'g9';
  const wechat = ({ ask }: Called) => {
    const of = (name: string) => (changes: Json) =>
      ask(`/relation/${name}`, bodyOf(`/relation/${name}`, changes));
    return {
      status: of('wxget_groupstatus'),
      info: of('wxget_groupinfo'),
      unlink: of('wxunlink_group'),
    };
  };

  it('is there once it is named, has its members, and is gone once it is unlinked', async () => {
    const { status, info, unlink } = wechat(calledMock());
    const me = 'oAbCdEfGhIjKlMnOpQrStUvWx001';
    expect(await status({ groupid })).toMatchObject({ is_has: 0 });
    expect(await info({ groupid, openidlist: `${me},oOther` })).toMatchObject({
      openidlist: me,
      membercount: 1,
    });
    expect(await status({ groupid })).toMatchObject({ is_has: 1 });
    expect(await unlink({ groupid })).toMatchObject({ ret: 0 });
    expect(await status({ groupid })).toMatchObject({ is_has: 0 });
    for (const call of [info, unlink])
      expect(await call({ groupid })).toMatchObject({
        ret: -20000,
        msg: expect.stringMatching(/^-10007,/) as string,
      });
  });
});
