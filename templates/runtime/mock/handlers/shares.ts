import { refusal, text, type Call, type Handler } from '../call.js';
import type { ShareLimits } from '../world/shares.js';

/** What the documents limit for every kind of message (server-en:2591-2602); more holds for some kinds. */
const qqLimits: ShareLimits = { received: { day: 5, week: 20 }, sent: { day: 30, week: 100 } };

/** server-en:2697-2698 */
const arkLimits: ShareLimits = { received: { day: 5 }, sent: { day: 30, week: 100 }, pairDay: 3 };

const wechatLimits: ShareLimits = { received: { day: 5 } };

function send(call: Call, to: string, limits: ShareLimits, tooMany: number): void {
  const { world, openid, now, operation } = call;
  const share = { endpoint: operation.path, from: openid, to, at: now };
  if (call.shareLimits && !world.shares.allows(share, limits)) throw refusal(call, tooMany);
  world.shares.add(share);
}

interface Receiver {
  readonly openid: string;
}

const shareToQq: Handler = (call) => {
  for (const { openid: to } of call.body['fopenids'] as readonly Receiver[]) {
    if (!call.world.players.areFriends(call.openid, to, 'qq'))
      throw refusal(call, 100030, 'is_friend is 0');
    send(call, to, qqLimits, 30);
  }
  return {};
};

const shareArk: Handler = (call) => {
  send(call, text(call, 'fopenid'), arkLimits, -6);
  return {};
};

const shareToWechat: Handler = (call) => {
  const to = text(call, 'fopenid');
  if (!call.world.players.areFriends(call.openid, to, 'wechat')) throw refusal(call, 43005);
  send(call, to, wechatLimits, 45011);
  return {};
};

/** No document limits these. */
const sendTo =
  (receiver: string): Handler =>
  (call) => {
    send(call, text(call, receiver), {}, -1);
    return {};
  };

/** Keeps what was uploaded, and gives it a media id; all members are text (field-notes:30). */
const upload: Handler = (call) => {
  const { world, now } = call;
  const type = text(call, 'type') || 'thumb';
  const mediaId = `MOCK${world.issue('media', 40)}`;
  world.reports.upload({
    mediaId,
    type,
    filename: text(call, 'filename'),
    bytes: Number(text(call, 'filelength')),
    at: now,
  });
  return {
    type,
    media_id: mediaId,
    created_at: String(Math.floor(now / 1000)),
    access_token: text(call, 'access_token') || `MOCK-ACCESS-${world.issue('access', 24)}`,
    expire: '',
  };
};

/** The messages between players, and the pictures for them. */
export const shareHandlers: Readonly<Record<string, Handler>> = {
  '/share/qq': shareToQq,
  '/share/qqark': shareArk,
  '/share/wx': shareToWechat,
  '/share/wx_link': sendTo('touser'),
  '/share/wxgame': sendTo('touser'),
  '/relation/wx_mini_send_msg': sendTo('touser'),
  '/share/upload_wx': upload,
};
