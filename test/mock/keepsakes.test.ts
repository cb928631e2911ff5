import { describe, expect, it } from 'vitest';
import { bodyOf, calledMock, type Json } from '../support/mock-caller.js';

const packs = (reply: Json): unknown => reply['GiftPackList'];

describe('a gift pack', () => {
  it.each(['0123456789ABCDEF0123456789ABCDEF', 'a stranger'])(
    'is taken once: %s',
    async (openid) => {
      const { ask, mock } = calledMock();
      const take = (): Promise<Json> =>
        ask('/profile/get_gift', bodyOf('/profile/get_gift', { openid }));
      expect(packs(await take())).toHaveLength(1);
      expect(packs(await take())).toEqual([]);
      mock.clock.advance(365 * 24 * 3_600_000);
      expect(packs(await take())).toEqual([]);
      mock.reset();
      expect(packs(await take())).toHaveLength(1);
    },
  );
});

describe('subscriptions', () => {
  const of = (name: string) => `/profile/subscribe_${name}`;
  const subscribed = (reply: Json): number[] =>
    (reply['subscribeList'] as { id: number; status: boolean }[])
      .filter(({ status }) => status)
      .map(({ id }) => id);

  it('are set, listed, cancelled and cleared, for each player', async () => {
    const { ask } = calledMock();
    const list = async (openid: string): Promise<number[]> =>
      subscribed(await ask(of('getlist'), bodyOf(of('getlist'), { openid })));
    const set = (openid: string, msgId: number[], opType: number): Promise<Json> =>
      ask(of('setlist'), bodyOf(of('setlist'), { openid, msgId, opType }));
    await set('oA', [19, 7], 0);
    await set('oB', [19], 0);
    expect([await list('oA'), await list('oB')]).toEqual([[7, 19], [19]]);
    await set('oA', [19], 1);
    expect([await list('oA'), await list('oB')]).toEqual([[7], [19]]);
    await ask(of('clear'), bodyOf(of('clear'), { msgId: 19 }));
    expect([await list('oA'), await list('oB')]).toEqual([[7], []]);
  });

  it('that are pushed stay, and clearing pushes nothing', async () => {
    const { ask, mock } = calledMock();
    const message = (): Json | undefined =>
      mock.snapshot().messages?.find(({ id }) => id === 19) as Json | undefined;
    await ask(of('setlist'), bodyOf(of('setlist'), { openid: 'oA', msgId: [19], opType: 0 }));
    await ask(of('push'), bodyOf(of('push'), { msgId: 19 }));
    expect(message()).toMatchObject({ pushes: 1, subscribers: ['oA'] });
    await ask(of('clear'), bodyOf(of('clear'), { msgId: 19 }));
    expect(message()).toMatchObject({ pushes: 1, subscribers: [] });
  });
});

describe('reports', () => {
  it('keep the highest value, unless they overwrite', async () => {
    const { ask, mock } = calledMock();
    const report = (data: string, bcover?: number): Promise<Json> =>
      ask(
        '/profile/qqscore_batch',
        bodyOf('/profile/qqscore_batch', {
          param: [{ type: 3, data, expires: '0', ...(bcover === undefined ? {} : { bcover }) }],
        }),
      );
    const stored = (): unknown => mock.snapshot().scores?.map(({ data }) => data);
    await report('90');
    await report('100', 0);
    await report('95', 0);
    expect(stored()).toEqual(['100']);
    await report('7', 1);
    expect(stored()).toEqual(['7']);
  });

  it('of battles and old scores are kept as they came', async () => {
    const { ask, mock } = calledMock();
    const battle = bodyOf('/profile/wxbattle_report');
    await ask('/profile/wxbattle_report', battle);
    await ask('/profile/wxscore', bodyOf('/profile/wxscore', { score: '12' }));
    expect(mock.snapshot().reports).toMatchObject([
      { endpoint: '/profile/wxbattle_report', report: battle['json'] },
      { endpoint: '/profile/wxscore', report: '12' },
    ]);
  });

  it('of pictures get a media id of their own each time', async () => {
    const { ask, mock } = calledMock();
    const upload = (): Promise<Json> => ask('/share/upload_wx', bodyOf('/share/upload_wx'));
    const ids = [await upload(), await upload()].map((reply) => reply['media_id']);
    expect(new Set(ids).size).toBe(2);
    expect(mock.snapshot().uploads?.map(({ mediaId }) => mediaId)).toEqual(ids);
  });
});

describe('memberships', () => {
  it('are the same in each call that tells of them', async () => {
    const { ask } = calledMock();
    const openid = '89ABCDEF0123456789ABCDEF01234567';
    const by = (path: string, changes: Json = {}): Promise<Json> =>
      ask(path, bodyOf(path, { openid, ...changes }));
    const { lists } = await by('/profile/query_vip', { vip: 1 + 16 });
    const [member, superMember] = lists as { isvip: number; level: number; year: number }[];
    const rich = await by('/relation/get_vip_rich_info');
    expect([rich['is_qq_vip'], rich['is_svip']]).toEqual([
      String(member?.isvip),
      String(superMember?.isvip),
    ]);
    const batch = await by('/relation/qqfriends_vip', { fopenids: [openid], flags: '' });
    expect(batch['lists']).toMatchObject([
      {
        openid,
        is_qq_vip: member?.isvip,
        ...(member?.isvip === 1 ? { qq_vip_level: member.level } : {}),
        is_qq_svip: superMember?.isvip,
      },
    ]);
    const old = await by('/profile/load_vip', { vip: 1 });
    expect(old['lists']).toMatchObject([{ flag: 1, isvip: member?.isvip, level: member?.level }]);
  });

  it('come in a row for each bit of the mask', async () => {
    const { ask } = calledMock();
    for (let mask = 0; mask < 1024; mask += 37) {
      const reply = await ask('/profile/query_vip', bodyOf('/profile/query_vip', { vip: mask }));
      const flags = (reply['lists'] as { flag: number }[]).map(({ flag }) => flag);
      expect(flags.reduce((sum, flag) => sum + flag, 0)).toBe(mask & ~32);
    }
  });
});
