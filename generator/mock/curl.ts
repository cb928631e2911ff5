import { createHash } from 'node:crypto';
import type { Mock, MockApp } from '../../templates/runtime/mock/options.js';
import type { PlayerPlatform } from '../../templates/runtime/mock/world/data.js';
import { testKeys } from './apps.js';

/** A player to call for. */
interface Caller {
  readonly openid: string;
  readonly token: string;
}

type Body = Readonly<Record<string, unknown>>;

const callsOf = {
  qq: (appid: string, { openid, token }: Caller): [path: string, body: Body][] => [
    ['/auth/verify_login', { appid, openid, openkey: token, userip: '127.0.0.1' }],
    ['/relation/qqfriends_detail', { appid, openid, accessToken: token, flag: 1 }],
    ['/profile/query_vip', { appid, openid, accessToken: token, vip: 1 }],
  ],
  wechat: (appid: string, { openid, token }: Caller): [path: string, body: Body][] => [
    ['/auth/check_token', { openid, accessToken: token }],
    ['/relation/wxfriends_profile', { openid, accessToken: token }],
    ['/profile/wxget_vip', { appid, openid, accessToken: token, json: { optype: 1 } }],
  ],
} as const;

/** Three commands that call the mock for a player whom it knows, as a shell takes them. */
export function curlCommands(url: string, app: MockApp, mock: Mock): string[] {
  const platform = app.appid.startsWith('wx') ? 'wechat' : 'qq';
  const caller = callerOf(platform, mock);
  return callsOf[platform](app.appid, caller).map(([path, body]) => {
    const query = new URLSearchParams(signed(app, mock.clock.now()));
    query.set('openid', caller.openid);
    const address = `${url}${path}/?${query.toString()}`;
    return `curl -s ${quoted(address)} -d ${quoted(JSON.stringify(body))}`;
  });
}

function signed({ appid, appkey, msdkkey }: MockApp, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  const [encode, key] =
    msdkkey === undefined && appkey !== undefined ? ['1', appkey] : ['2', msdkkey];
  const sig = createHash('md5')
    .update(`${key ?? testKeys.msdkkey}${timestamp}`)
    .digest('hex');
  return { timestamp, appid, sig, encode };
}

/** A player of the world with a token that holds, or someone whom the mock takes in. */
function callerOf(platform: PlayerPlatform, mock: Mock): Caller {
  const { players = [], tokens = [] } = mock.snapshot();
  const own = new Set(
    players.filter((player) => player.platform === platform).map(({ openid }) => openid),
  );
  const token = tokens.find(
    ({ kind, openid, expires, revoked }) =>
      kind === 'access' &&
      revoked !== true &&
      own.has(openid) &&
      (expires === undefined || expires > mock.clock.now()),
  );
  return {
    openid: token?.openid ?? [...own][0] ?? '0123456789ABCDEF0123456789ABCDEF',
    token: token?.token ?? 'any-token',
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
