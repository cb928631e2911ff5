// @ts-check
import { createHash } from 'node:crypto';

/**
 * A game that the server is told of.
 * @typedef {object} App
 * @property {string} appid
 * @property {string} appkey
 * @property {string} msdkkey
 */

/** @type {App} */
export const qq = {
  appid: '100000001',
  appkey: 'appkey-of-no-game',
  msdkkey: 'msdkkey-of-no-game',
};

/** @type {App} */
export const wechat = {
  appid: 'wx0000000000000001',
  appkey: 'wechat-appkey-of-no-game',
  msdkkey: 'wechat-msdkkey-of-no-game',
};

/**
 * The query of a call without its openid, signed now. Node's own MD5 signs: a mistake in ours cannot
 * confirm itself.
 * @param {App} app
 */
export function signed({ appid, msdkkey }) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const sig = createHash('md5').update(`${msdkkey}${timestamp}`).digest('hex');
  return `timestamp=${timestamp}&appid=${appid}&sig=${sig}&encode=2`;
}
