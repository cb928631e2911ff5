import { refusal, text, type Handler } from '../call.js';
import { md5 } from '../../md5.js';
import { refusalOf } from '../world/tokens.js';

/** A login check of QQ's prolongs the token (faq-zh:10). */
const verifyLogin: Handler = ({ world, token, now }) => {
  if (token !== undefined) world.tokens.renew(token, now);
  return {};
};

/** Gives a new pair of tokens; the old pair is refused from then on. */
const refreshToken: Handler = (call) => {
  const { world, now, platform } = call;
  const given = text(call, 'refreshToken');
  const token = world.tokens.find(given, 'refresh', call.openid, platform, now);
  const why = refusalOf(token, '', platform, now);
  if (token === undefined || why !== undefined)
    throw why === 'expired'
      ? refusal(call, 42004, 'refresh_token expired')
      : refusal(call, 40032, 'invalid refresh_token');
  const openid = token.openid || `o${md5(given).slice(0, 27)}`;
  world.tokens.revoke(token);
  world.tokens.revokeAccess(token);
  const access = `MOCK-ACCESS-${world.issue('access', 24)}`;
  const refresh = `MOCK-REFRESH-${world.issue('refresh', 24)}`;
  world.tokens.give({ token: access, kind: 'access', openid, platform }, now);
  world.tokens.give({ token: refresh, kind: 'refresh', openid, platform }, now);
  return {
    accessToken: access,
    expiresIn: 7200,
    refreshToken: refresh,
    openid,
    scope: 'snsapi_friend,snsapi_message,snsapi_userinfo,',
  };
};

/** The parts of pf are those of the request, joined (server-en:369). */
const getPfval: Handler = (call) => {
  const of = (name: string): string => text(call, name);
  const platform = of('platform').split('_').at(-1) ?? '';
  const parts = ['platform', 'regChannel', 'os', 'installchannel'].map(of);
  const pf = [...parts, platform, of('appid'), of('openid')].join('-');
  return { pf, pfKey: md5(`${call.world.seed}:${pf}`) };
};

/** The call was let in with the token that it asks about. */
const tokenIsGood: Handler = () => ({});

/** What the login calls do. */
export const authHandlers: Readonly<Record<string, Handler>> = {
  '/auth/verify_login': verifyLogin,
  '/auth/check_token': tokenIsGood,
  '/auth/guest_check_token': tokenIsGood,
  '/auth/apple_verify': tokenIsGood,
  '/auth/refresh_token': refreshToken,
  '/auth/get_pfval': getPfval,
};
