// @ts-check
import { qq, wechat } from './signed.mjs';

/** @typedef {(reply: any) => boolean} Holds what has to be so in a reply */
/**
 * A call, and what its reply has to be.
 * @typedef {object} Step
 * @property {import('./signed.mjs').App} app
 * @property {string} openid
 * @property {string} path
 * @property {object | string | (() => object)} body a text is sent as it stands
 * @property {boolean} [forged] whether the signature is a wrong one
 * @property {number | undefined} ret undefined where the lane says it in `holds`
 * @property {Holds} [holds] beside its ret
 */

/** So many messages a day a player gets from one sender (qqark). */
const sharesADay = 3;

/**
 * What a lane sends, in this order and then again: by players and for a guild that no other lane has, so
 * that each reply is known beforehand, whatever the others do.
 * @param {number} lane
 * @returns {Step[]}
 */
export function stepsOf(lane) {
  const openidOf = (/** @type {number} */ kind) =>
    (16 * lane + kind).toString(16).toUpperCase().padStart(32, '0');
  const [appid, openid, accessToken] = [qq.appid, openidOf(1), `token-${lane}`];
  const own = { appid, openid, accessToken };
  const wxOpenid = `o${String(lane).padStart(27, 'A')}`;
  const wxOwn = { appid: wechat.appid, openid: wxOpenid, accessToken: `wx-token-${lane}` };
  const guild = { ...own, guild_id: `guild-${lane}`, zone_id: '1' };
  const officer = { ...guild, platid: '1', roleid: '1', guild_name: `Guild ${lane}` };
  const share = { ...own, fopenid: openidOf(2), extra: '%7B%7D' };
  const { accessToken: _, ...lacking } = own;

  // What the server has told, and has to keep to.
  let group = '';
  let shares = 0;
  /** @type {number[]} */
  let messages = [];

  /** @type {(path: string, body: Step['body'], expected?: Partial<Step>) => Step} */
  const ask = (path, body, expected) => ({ app: qq, openid, path, body, ret: 0, ...expected });
  /** @type {typeof ask} */
  const askWx = (path, body, expected) =>
    ask(path, body, { app: wechat, openid: wxOpenid, ...expected });
  /** @type {(count: 1 | 2, opType: 0 | 1) => Step} */
  const subscribe = (count, opType) =>
    askWx('/profile/subscribe_setlist', () => ({
      ...wxOwn,
      msgId: messages.slice(0, count),
      opType,
    }));
  const listed = (/** @type {Holds} */ holds) =>
    askWx('/profile/subscribe_getlist', wxOwn, { holds });
  const areSubscribed = (/** @type {boolean[]} */ wanted) => (/** @type {any} */ reply) =>
    wanted.every((status, index) =>
      reply.subscribeList.some(
        (/** @type {any} */ one) => one.id === messages[index] && one.status === status,
      ),
    );

  return [
    ask('/auth/verify_login', { appid, openid, openkey: accessToken, userip: '192.0.2.14' }),
    ask('/relation/qqprofile', own, { holds: staysAlike('nickName') }),
    ask('/relation/qqfriends_detail', { ...own, flag: 1 }, { holds: staysAlike('lists') }),
    listed(({ subscribeList }) => {
      messages = subscribeList.map((/** @type {{ id: number }} */ { id }) => id).slice(0, 2);
      return messages.length === 2;
    }),
    subscribe(2, 0),
    listed(areSubscribed([true, true])),
    ask('/relation/qqprofile', own, { forged: true, ret: -502 }),
    ask('/profile/query_vip', { ...own, vip: 15 }, { holds: hasFlags([1, 2, 4, 8]) }),
    ask('/relation/createbind_groupv2', officer, { holds: ({ data }) => (group = data.gc) !== '' }),
    ask('/relation/qqprofile', 'no JSON', { ret: -304 }),
    ask('/relation/get_groupcode', guild, { holds: ({ data }) => data.gc === group }),
    ask('/relation/nowhere', own, { ret: -505 }),
    subscribe(1, 1),
    listed(areSubscribed([false, true])),
    ask('/relation/unlink_groupv2', officer),
    // No document says how a guild without a group is told.
    ask('/relation/get_groupcode', guild, {
      ret: undefined,
      holds: ({ ret, data }) => ret !== 0 || data.gc !== group,
    }),
    ask('/relation/qqprofile', lacking, { ret: -1011 }),
    ask(
      '/profile/get_gift',
      { appid, openid },
      { holds: ({ GiftPackList }) => Array.isArray(GiftPackList) },
    ),
    ask('/share/qqark', share, {
      ret: undefined,
      holds: ({ ret }) => shares++ >= sharesADay || ret === 0,
    }),
    askWx('/auth/check_token', { openid: wxOpenid, accessToken: wxOwn.accessToken }),
    askWx('/relation/wxfriends_profile', wxOwn, { holds: staysAlike('lists') }),
  ];
}

/** A member that is there, and always what it was at first. @param {string} name @returns {Holds} */
function staysAlike(name) {
  /** @type {string | undefined} */
  let first;
  return (reply) => {
    const now = JSON.stringify(reply[name]);
    first ??= now;
    return now !== undefined && now === first;
  };
}

/** @param {readonly number[]} wanted @returns {Holds} */
function hasFlags(wanted) {
  return ({ lists }) =>
    wanted.every((flag, index) => lists[index].flag === flag) && lists.length === wanted.length;
}
