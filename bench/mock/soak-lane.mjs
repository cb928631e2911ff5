// @ts-check
import { qq, wechat } from './signed.mjs';

/** @typedef {(reply: any) => boolean} Holds what has to be so in a reply */
/**
 * A call, and what its reply has to be.
 * @typedef {object} Step
 * @property {import('./signed.mjs').App} app
 * @property {string} openid
 * @property {string} path
 * @property {object | string} body a text is sent as it stands
 * @property {boolean} [forged] whether the signature is a wrong one
 * @property {number | undefined} ret undefined where no document says it
 * @property {Holds} [holds] beside its ret
 */

/**
 * What a lane sends, in this order and then again: by a player and for a guild that no other lane has, so
 * that each reply is known beforehand, whatever the others do.
 * @param {string} name
 * @returns {Step[]}
 */
export function stepsOf(name) {
  const [appid, accessToken] = [qq.appid, 'a token of no player'];
  const [openid, wxOpenid] = [`QQ${name.padStart(30, '0')}`, `o${name.padStart(27, '0')}`];
  const own = { appid, openid, accessToken };
  const wxOwn = { appid: wechat.appid, openid: wxOpenid, accessToken };
  const guild = { ...own, guild_id: `guild${name}`, zone_id: '1' };
  const officer = { ...guild, platid: '1', roleid: '1', guild_name: `Guild ${name}` };
  const { accessToken: _, ...lacking } = own;

  /** @type {(path: string, body: object | string, expected?: Partial<Step>) => Step} */
  const ask = (path, body, expected) => ({ app: qq, openid, path, body, ret: 0, ...expected });
  /** @type {typeof ask} */
  const askWx = (path, body, expected) =>
    ask(path, body, { app: wechat, openid: wxOpenid, ...expected });
  const subscribe = (/** @type {number[]} */ msgId, /** @type {0 | 1} */ opType) =>
    askWx('/profile/subscribe_setlist', { ...wxOwn, msgId, opType });
  const subscribed = (/** @type {Record<number, boolean>} */ wanted) =>
    askWx('/profile/subscribe_getlist', wxOwn, { holds: isListOf(wanted) });

  /** The number of the guild's group. */
  let group = '';
  /** @type {Holds} */
  const binds = ({ data }) => (group = data.gc) !== '';

  return [
    ask('/auth/verify_login', { appid, openid, openkey: 'a key', userip: '192.0.2.14' }),
    ask('/relation/qqprofile', own, { holds: ({ nickName }) => typeof nickName === 'string' }),
    ask('/relation/qqfriends_detail', { ...own, flag: 1 }, { holds: hasRows }),
    subscribe([19, 43], 0),
    subscribed({ 19: true, 43: true }),
    ask('/relation/qqprofile', own, { forged: true, ret: -502 }),
    ask('/profile/query_vip', { ...own, vip: 15 }, { holds: hasRows }),
    ask('/relation/createbind_groupv2', officer, { holds: binds }),
    ask('/relation/qqprofile', 'no JSON', { ret: -304 }),
    ask('/relation/get_groupcode', guild, { holds: ({ data }) => data.gc === group }),
    ask('/relation/nowhere', own, { ret: -505 }),
    subscribe([19], 1),
    subscribed({ 19: false, 43: true }),
    ask('/relation/unlink_groupv2', officer),
    // No document says with which code.
    ask('/relation/get_groupcode', guild, {
      ret: undefined,
      holds: ({ ret, data }) => ret !== 0 || data.gc !== group,
    }),
    ask('/relation/qqprofile', lacking, { ret: -1011 }),
    ask('/profile/get_gift', { appid, openid }),
    ask('/share/qqark', { ...own, fopenid: 'QQ00000000000000000000000000FFFF', extra: '%7B%7D' }),
    askWx('/auth/check_token', { openid: wxOpenid, accessToken }),
    askWx('/relation/wxfriends_profile', wxOwn, { holds: hasRows }),
  ];
}

/** @type {Holds} */
const hasRows = ({ lists }) => Array.isArray(lists) && lists.length > 0;

/** @param {Record<number, boolean>} wanted @returns {Holds} */
function isListOf(wanted) {
  return ({ subscribeList }) =>
    Object.entries(wanted).every(([id, status]) =>
      subscribeList.some(
        (/** @type {any} */ one) => one.id === Number(id) && one.status === status,
      ),
    );
}
