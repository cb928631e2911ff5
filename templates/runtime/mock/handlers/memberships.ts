import { caller, number, text, texts, type Handler, type Members } from '../call.js';
import type { MembershipData } from '../world/data.js';
import type { Player } from '../world/players.js';

/** The flags of rows, by their calls (enums VipFlag and LoadVipFlag). */
const flags = [1, 2, 4, 8, 16, 64, 128, 256, 512] as const;
const oldFlags = [1, 4, 8, 16, 32, 64, 128] as const;

const bit = (yes: boolean | undefined): 0 | 1 => (yes === true ? 1 : 0);

/** What counts in a row beside isvip, by its flag (server-en:1860-1868). */
const counts: Readonly<Record<number, readonly ('year' | 'level' | 'luxury')[]>> = {
  2: ['level'],
  8: ['level', 'luxury'],
  16: [],
  64: ['level'],
  256: [],
};

function rowOf(player: Player, flag: number) {
  const held = player.memberships[flag];
  const shown = counts[flag] ?? ['year', 'level', 'luxury'];
  return {
    flag,
    isvip: bit(held !== undefined),
    year: bit(shown.includes('year') && held?.year),
    level: shown.includes('level') ? (held?.level ?? 0) : 0,
    luxury: bit(shown.includes('luxury') && held?.luxury),
  };
}

/** The Xinyue levels by the scale of three, on which gamers have none, and by the new interface's. */
function xinyueOf({ xinyueLevel }: Player, scale: 'three' | 'seven' | 'upgraded'): number {
  if (scale === 'three') return Math.max(0, xinyueLevel - 4);
  if (scale === 'seven') return xinyueLevel;
  return xinyueLevel === 0 ? 0 : Math.max(1, xinyueLevel - 2);
}

/** A row for each bit of the mask; the Xinyue level is the one that the other calls tell. */
const queryVip: Handler = (call) => {
  const player = caller(call);
  const mask = number(call, 'vip');
  return {
    lists: flags
      .filter((flag) => (mask & flag) !== 0)
      .map((flag) => {
        const row = rowOf(player, flag);
        if (flag !== 512) return row;
        const scale = number(call, 'xinyue_upgrade') === 1 ? 'upgraded' : 'three';
        return { ...row, isvip: bit(player.xinyueLevel > 0), level: xinyueOf(player, scale) };
      }),
  };
};

const loadVip: Handler = (call) => {
  const player = caller(call);
  const mask = number(call, 'vip');
  const qqLevel = player.memberships['2']?.level ?? 0;
  return {
    lists: oldFlags
      .filter((flag) => (mask & flag) !== 0)
      .map((flag) => ({ ...rowOf(player, flag), ispay: 0, qqLevel: flag === 1 ? qqLevel : 0 })),
  };
};

/** Every flag and time is text (field-notes:29). */
const richVip: Handler = (call) => {
  const { memberships } = caller(call);
  const member = memberships['1'];
  const superMember = memberships['16'];
  const year = member?.year === true ? member : undefined;
  return {
    is_qq_vip: String(bit(member !== undefined)),
    ...during('qq_vip', member),
    is_qq_year_vip: String(bit(year !== undefined)),
    ...during('qq_year_vip', year),
    is_svip: String(bit(superMember !== undefined)),
    ...during('qq_svip', superMember),
    is_lost: '0',
  };
};

function during(name: string, held: MembershipData | undefined): Members {
  return {
    [`${name}_start`]: String(held?.begins ?? 0),
    [`${name}_end`]: String(held?.ends ?? 0),
  };
}

/** What the flags ask for; both where they ask for nothing (enum VipService). */
const friendsVip: Handler = (call) => {
  const asked = text(call, 'flags')
    .split(',')
    .map((flag) => flag.trim());
  const asks = (service: string): boolean => text(call, 'flags') === '' || asked.includes(service);
  return {
    lists: texts(call, 'fopenids').map((openid) => {
      const { memberships } = call.world.players.find(openid, 'qq');
      const member = memberships['1'];
      return {
        openid,
        ...(asks('qq_vip')
          ? {
              is_qq_vip: bit(member !== undefined),
              // Told of members only (server-en:645).
              ...(member === undefined ? {} : { qq_vip_level: member.level }),
              is_qq_year_vip: bit(member?.year),
            }
          : {}),
        ...(asks('qq_svip') ? { is_qq_svip: bit(memberships['16'] !== undefined) } : {}),
      };
    }),
    is_lost: '0',
  };
};

/** The player first, then the friends. */
const wechatVip: Handler = (call) => {
  const player = caller(call);
  const all = [
    player,
    ...player.friends.map((openid) => call.world.players.find(openid, 'wechat')),
  ];
  return {
    data: {
      vipinfo: all.map(({ openid, wechatLevel }) => ({
        openid,
        level: wechatLevel,
        score: wechatLevel * 300,
        nick: `VIP${wechatLevel}`,
        logo_url: '',
        logo_faceurl: '',
      })),
    },
  };
};

const videoVip: Handler = (call) => {
  const held = caller(call).memberships['256'];
  const yes = bit(held !== undefined);
  return {
    status: yes,
    is_annual: bit(held?.year),
    annual_beg: held?.year === true ? (held.begins ?? 0) : 0,
    annual_end: held?.year === true ? (held.ends ?? 0) : 0,
    beg_time: held?.begins ?? 0,
    end_time: held?.ends ?? 0,
    service_type: yes === 1 ? 'TXSP' : '',
    vip_lv: held?.level ?? 0,
    vip_score: (held?.level ?? 0) * 900,
  };
};

const superLevel: Handler = (call) => ({
  ilevel: caller(call).superLevel,
  openid: text(call, 'openid'),
  trace_id: text(call, 'trace_id'),
});

const xinyueLevel: Handler = (call) => {
  const byFlag = number(call, 'seven_flag') === 1 ? 'seven' : 'three';
  const scale = number(call, 'xinyue_upgrade') === 1 ? 'upgraded' : byFlag;
  return { ilevel: xinyueOf(caller(call), scale), serial: text(call, 'serial') };
};

const elite: Handler = (call) => {
  const isElite = bit(caller(call).wechatLevel > 6);
  return { data: { wx_elite: isElite, game_elite: isElite } };
};

/** Whether the call is one of the first after registration is not in the world: nothing is to be shown. */
const firstRegistration: Handler = () => ({ need_pop: '0', realname_flag: '1', mobile_flag: '1' });

/** What players have paid for or earned. */
export const membershipHandlers: Readonly<Record<string, Handler>> = {
  '/profile/query_vip': queryVip,
  '/profile/load_vip': loadVip,
  '/relation/get_vip_rich_info': richVip,
  '/relation/qqfriends_vip': friendsVip,
  '/profile/wxget_vip': wechatVip,
  '/profile/qqget_video_vip': videoVip,
  '/profile/wxget_video_vip': videoVip,
  '/profile/get_xinyue_super': superLevel,
  '/profile/get_wx_xinyue_vip': xinyueLevel,
  '/profile/wxget_eliteinfo': elite,
  '/profile/qqget_first_reg': firstRegistration,
  '/profile/wxget_first_reg': firstRegistration,
};
