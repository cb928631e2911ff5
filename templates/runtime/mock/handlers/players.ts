import { caller, number, texts, type Handler, type Members } from '../call.js';
import { hexOf } from '../world/made-up.js';
import type { Player } from '../world/players.js';

const digitOf = { unknown: 0, male: 1, female: 2 } as const;

/** A QQ picture's address, to which a size is appended (field-notes:32). */
function qqPicture(appid: string, openid: string): string {
  return `http://q.qlogo.cn/qqapp/${appid}/${openid}`;
}

/** The word that the documents show, which is told no longer since 2022 (server-en:398). */
function genderOf({ sex }: Player): string {
  return sex === 'unknown' ? '' : sex === 'male' ? '男' : '女';
}

const qqProfile: Handler = (call) => {
  const player = caller(call);
  const picture = qqPicture(call.appid, player.openid);
  const yellow = player.memberships['128'];
  return {
    nickName: player.nickName,
    gender: genderOf(player),
    picture40: `${picture}/40`,
    picture100: `${picture}/100`,
    yellow_vip: yellow === undefined ? 0 : 1,
    yellow_vip_level: yellow?.level ?? 0,
    yellow_year_vip: yellow?.year === true ? 1 : 0,
    is_lost: '0',
  };
};

const qqFriends: Handler = (call) => {
  const player = caller(call);
  const friends = player.friends.map((openid) => call.world.players.find(openid, 'qq'));
  // 2 asks for the player, too (enum FriendChain).
  const shown = number(call, 'flag') === 2 ? [...friends, player] : friends;
  return {
    lists: shown.map((one) => ({
      openid: one.openid,
      nickName: one.nickName,
      gender: genderOf(one),
      figureurl_qq: `${qqPicture(call.appid, one.openid)}/`,
    })),
    ...(number(call, 'closefriends_flag') === 1
      ? { extinfo: { closefriend_lists: player.closeFriends } }
      : {}),
    is_lost: '0',
  };
};

const qqStrangers: Handler = (call) => ({
  lists: texts(call, 'vcopenid').map((openid) => {
    const player = call.world.players.find(openid, 'qq');
    const picture = qqPicture(call.appid, openid);
    return {
      openid,
      gender: player.sex === 'unknown' ? '' : String(digitOf[player.sex]),
      nickName: player.nickName,
      qzonepicture50: `http://thirdapp1.qlogo.cn/qzopenapp/${openid.toLowerCase()}/50`,
      qqpicture40: `${picture}/40`,
      qqpicture100: `${picture}/100`,
      qqpicture: picture,
    };
  }),
  is_lost: '0',
});

/** Gives nothing since 2021-11-05 (server-en:506); before that day, two who are not in the game. */
const qqUnregistered: Handler = (call) => {
  const count = call.now < Date.UTC(2021, 10, 5) ? Math.min(2, number(call, 'count')) : 0;
  return {
    friends: Array.from({ length: Math.max(0, count) }, (_, index) => {
      const openid = hexOf(`${call.world.seed}:${call.openid}:outside ${index}`, 32);
      const { nickName } = call.world.players.find(openid, 'qq');
      const picture = `http://thirdqq.qlogo.cn/qqapp/${call.appid}/${openid}/100`;
      return { openid, nick_name: nickName, head_img_url: picture };
    }),
  };
};

/** Place and sex are empty in the newest lists of friends; the older rows have them (server-en:1450-1458). */
const wechatFriends: Handler = (call) => {
  const player = caller(call);
  return {
    lists: player.friends.map((openid) => {
      const friend = call.world.players.find(openid, 'wechat');
      return wechatRow(friend);
    }),
    privilege: privilegesOf(player),
    country: player.country,
    language: player.language,
    ...(number(call, 'closefriends_flag') === 1
      ? { extinfo: { closefriend_lists: player.closeFriends.map((openid) => ({ openid })) } }
      : {}),
  };
};

/** Only the first of the ids gets privileges (server-en:1366-1368). */
const wechatProfiles: Handler = (call) => {
  const { world } = call;
  const players = texts(call, 'openids')
    // Strangers are not told of (server-en:1356).
    .filter((openid) => world.adopts || world.players.isKnown(openid, 'wechat'))
    .map((openid) => world.players.find(openid, 'wechat'));
  const [first] = players;
  return {
    lists: players.map(wechatRow),
    privilege: first === undefined ? [] : privilegesOf(first),
    country: first?.country ?? '',
    language: first?.language ?? '',
  };
};

function wechatRow(player: Player): Members {
  return {
    openid: player.openid,
    nickName: player.nickName,
    sex: digitOf[player.sex],
    picture: player.picture,
    // As the wire spells it (field-notes:27).
    provice: player.province,
    city: player.city,
  };
}

const wechatIds: Handler = (call) => ({ openids: caller(call).friends });

const wechatUser: Handler = (call) => {
  const player = caller(call);
  return {
    openid: player.openid,
    nickname: player.nickName,
    picture: player.picture === '' ? '' : `${player.picture}/0`,
    province: player.province,
    city: player.city,
    country: player.country,
    language: player.language,
    // Text here, and a number in the other profiles (field-notes:27).
    sex: String(digitOf[player.sex]),
    unionid: player.unionid,
    privilege: privilegesOf(player),
  };
};

function privilegesOf(player: Player): string[] {
  return player.dataFree ? ['chinaunicom'] : [];
}

/** How players and their friends are shown. */
export const playerHandlers: Readonly<Record<string, Handler>> = {
  '/relation/qqprofile': qqProfile,
  '/relation/qqfriends_detail': qqFriends,
  '/relation/qqstrange_profile': qqStrangers,
  '/relation/qq_unreg_friends': qqUnregistered,
  '/relation/wxfriends': wechatIds,
  '/relation/wxfriends_profile': wechatFriends,
  '/relation/wxprofile': wechatProfiles,
  '/relation/wxuserinfo': wechatUser,
};
