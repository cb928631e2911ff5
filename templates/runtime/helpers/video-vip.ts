import { md5 } from '../md5.js';
import { timeRemedy, unixSeconds, type DateOrSeconds } from './unix-seconds.js';

/** What a query for a WeChat player's Tencent Video membership is signed with. */
export interface WxVideoVip {
  /** The number of the channel, from Tencent Video. */
  readonly channelId: number;
  /** The channel's secret, from Tencent Video. It is not sent. */
  readonly channelSecret: string;
  readonly openid: string;
  /** The time of the signature, now without it. The request is void 15 minutes later. */
  readonly time?: DateOrSeconds | undefined;
}

/** What a query for a QQ player's Tencent Video membership is signed with. */
export interface QqVideoVip extends WxVideoVip {
  readonly accessToken: string;
}

/** The signed members of a wxget_video_vip request. */
export interface WxVideoVipMembers {
  openid: string;
  channel_id: number;
  timestamp: number;
  signature: string;
}

/** The signed members of a qqget_video_vip request. */
export interface QqVideoVipMembers extends WxVideoVipMembers {
  accessToken: string;
}

/**
 * The members of a qqget_video_vip request: spread them into the request. The signature is the MD5, in
 * lower case, of channel_id, secret, openid, accessToken and timestamp, with nothing between them.
 *
 * They come together because the server signs the openid, the token and the time that it receives. This
 * signature stands beside the `sig` of the query, which has a time and a key of its own. Throws a
 * TypeError for a text that is empty and a RangeError for a channel or a time that is no whole number;
 * no message shows a value.
 *
 * Source: server-ko:1567-1572, server-ko:1592-1599
 */
export function signQqVideoVip(query: QqVideoVip): QqVideoVipMembers {
  const accessToken = filled(query.accessToken, 'accessToken');
  return { accessToken, ...signed(query, accessToken) };
}

/**
 * The members of a wxget_video_vip request, as {@link signQqVideoVip} gives those of qqget_video_vip; no
 * access token is sent, and none is signed.
 *
 * Source: server-ko:1784-1788, server-ko:1808-1814
 */
export function signWxVideoVip(query: WxVideoVip): WxVideoVipMembers {
  return signed(query, '');
}

function signed(query: WxVideoVip, accessToken: string): WxVideoVipMembers {
  const openid = filled(query.openid, 'openid');
  const secret = filled(query.channelSecret, 'channelSecret');
  const { channelId } = query;
  if (!Number.isSafeInteger(channelId) || channelId < 0)
    throw new RangeError('channelId is no whole number: give the one that Tencent Video assigned');
  const timestamp = unixSeconds(query.time ?? new Date());
  if (timestamp === undefined) throw new RangeError(`time is no time in seconds: ${timeRemedy}`);
  const signature = md5(`${channelId}${secret}${openid}${accessToken}${timestamp}`);
  return { openid, channel_id: channelId, timestamp, signature };
}

function filled(text: string, name: string): string {
  if (typeof text === 'string' && text !== '') return text;
  throw new TypeError(`${name} is empty: the signature cannot do without it`);
}
