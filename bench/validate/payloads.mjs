// @ts-check

/**
 * A payload that is validated, and by which schema.
 * @typedef {object} Payload
 * @property {import('../../generated/validators/index.js').Endpoint} endpoint
 * @property {'request' | 'response'} part
 * @property {string} what in words
 * @property {object} value
 */

const token = 'FEDCBA9876543210FEDCBA9876543210';
const openid = (/** @type {number} */ last) => `0123456789ABCDEF0123456789ABCDE${last}`;

/** Every member, with texts that have limits; the call's own limit of 700 bytes keeps it short. */
const share = {
  openid: openid(0),
  userip: '192.0.2.10',
  act: 1,
  oauth_consumer_key: 100000001,
  dst: 1001,
  flag: 1,
  image_url: 'http://img.example.com/share/2016/11/new-level/128x128/7f3c9a51.png',
  access_token: token,
  src: 0,
  summary: 'Come and play: a new level is open',
  target_url:
    'http://gamecenter.qq.com/gcjump?appid=100000001&pf=invite&from=iphoneqq&plat=qq&originuin=111&ADTAG=gameobj.msg_invite',
  title: 'Invitation',
  fopenids: [{ openid: openid(1), type: 0 }],
  previewText: 'Come and play: a new level is open to all players',
  game_tag: 'MSG_INVITE',
};

/** Every member, with what the game wants back in a text of up to 2,048 bytes. */
const message = {
  appid: 'wx0000000000000001',
  accessToken: 'TOKENabcdefghijklmnopqrstuvwxyz0123456789',
  openid: 'oAbCdEfGhIjKlMnOpQrStUvWx001',
  reqBody: {
    msg_type: 2,
    sub_type: 1,
    appid: 'wx0000000000000001',
    groupid: 'guild1',
    open: {
      title: 'Join us',
      desc: 'The guild needs you',
      share_url: 'https://game.example.com/act?id=1',
      ext_info: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        .map(
          (one) =>
            `player${one}=${openid(one % 10)}&score${one}=${one * 1_288_625}&from${one}=guild`,
        )
        .join('&'),
      message_ext: 'from=guild&record=4288625',
      media_tag_name: 'MSG_INVITE',
    },
  },
};

/** Every member, of four players; what the game adds itself has any names. */
const report = {
  appid: 'wx0000000000000001',
  openid: 'oEXAMPLE0000000000000000001',
  json: [1, 2, 3, 4].map((player) => ({
    baseinfo: {
      openid: `oEXAMPLE000000000000000000${player}`,
      gamename: 'Example Game',
      platid: player % 2,
      partitionid: '9',
      roleid: `r10${player}`,
      level: player * 12,
    },
    battleinfo: { score: 4_288_625 + player, iswin: player === 1 },
    userdefined: {
      goldcoin: { name: 'Gold', value: 358_267 },
      plane: { name: 'Plane', value: 'Falcon' },
    },
  })),
};

/** Five friends, two of them close ones. */
const friends = {
  ret: 0,
  msg: 'success',
  msdkExtInfo: '0123456789abcdef0123456789abcdef',
  lists: [1, 2, 3, 4, 5].map((friend) => ({
    openid: openid(friend),
    nickName: `Player ${friend}`,
    gender: friend % 2 ? 'male' : 'female',
    figureurl_qq: `http://q.qlogo.cn/qqapp/100000001/${openid(friend)}/`,
  })),
  is_lost: '0',
  extinfo: { closefriend_lists: [openid(1), openid(2)] },
};

/** @type {Readonly<Record<string, Payload>>} */
export const payloads = {
  share: {
    endpoint: '/share/qq',
    part: 'request',
    what: 'a request with limits on short texts and on the whole',
    value: share,
  },
  message: {
    endpoint: '/relation/wxsend_groupmsg',
    part: 'request',
    what: 'a request with a limit on a long text',
    value: message,
  },
  report: {
    endpoint: '/profile/wxbattle_report',
    part: 'request',
    what: 'a request with a choice of shapes and free names',
    value: report,
  },
  friends: {
    endpoint: '/relation/qqfriends_detail',
    part: 'response',
    what: 'a reply with five friends',
    value: friends,
  },
};

/** The name of the schema of a payload. @param {Payload} payload */
export const schemaOf = ({ endpoint, part }) => `${endpoint.slice(1)}.${part}`;
