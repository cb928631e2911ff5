import { caller, number, text, type Call, type Handler } from '../call.js';

/** Hands the packs over; none is left for a second call. */
const takeGifts: Handler = (call) => {
  const player = caller(call);
  call.world.players.change(player, { gifts: [] });
  return { GiftPackList: player.gifts.map(({ giftId, giftCount }) => ({ giftId, giftCount })) };
};

const wifi: Handler = (call) => ({ wifiVip: caller(call).portableWifi ? 1 : 0 });

const listSubscriptions: Handler = (call) => ({
  subscribeList: call.world.subscriptions.list(call.openid),
  more: false,
});

/** 0 subscribes and 1 cancels (enum SubscribeOperation). */
const setSubscriptions: Handler = (call) => {
  const { world, openid, body } = call;
  for (const id of numbersOf(body['msgId']))
    if (number(call, 'opType') === 1) world.subscriptions.cancel(id, openid);
    else world.subscriptions.subscribe(id, openid);
  return {};
};

const clearSubscribers: Handler = (call) => {
  call.world.subscriptions.clear(number(call, 'msgId'));
  return {};
};

const pushToSubscribers: Handler = (call) => {
  call.world.subscriptions.push(number(call, 'msgId'));
  return {};
};

interface ScoreParameter {
  readonly type: number;
  readonly data: string;
  readonly bcover?: number;
}

/** 1 overwrites; without it a value counts only where it is higher (enum ReportMode). */
const reportScores: Handler = ({ world, openid, body }) => {
  for (const { type, data, bcover } of (body['param'] ?? []) as readonly ScoreParameter[])
    world.reports.score({ openid, type, data }, bcover === 1);
  return { type: 0 };
};

const report =
  (what: (call: Call) => unknown): Handler =>
  (call) => {
    const { world, openid, now, operation } = call;
    world.reports.report({ openid, endpoint: operation.path, at: now, report: what(call) });
    return {};
  };

function numbersOf(value: unknown): number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

/** What games report and players receive. */
export const profileHandlers: Readonly<Record<string, Handler>> = {
  '/profile/get_gift': takeGifts,
  '/profile/get_wifi': wifi,
  '/profile/subscribe_getlist': listSubscriptions,
  '/profile/subscribe_setlist': setSubscriptions,
  '/profile/subscribe_clear': clearSubscribers,
  '/profile/subscribe_push': pushToSubscribers,
  '/profile/qqscore_batch': reportScores,
  '/profile/wxbattle_report': report(({ body }) => body['json']),
  '/profile/wxscore': report((call) => text(call, 'score')),
};
