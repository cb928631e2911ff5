import { PlatformRefusal, refusal, type Call } from './call.js';
import { failureReply } from './failure.js';
import type { TokenData } from './world/data.js';
import { refusalOf, type TokenRefusal } from './world/tokens.js';

/** The class of errors after which the player has to log in again (errors-zh:10). */
const reauthorise = '2';

/** The codes by which each platform refuses a token (errors-zh:109-151, faq-zh:10, faq-zh:39). */
const codes = {
  qq: { unknown: 100013, expired: 100014, revoked: 100015, 'of-another': 100013 },
  wechat: { unknown: 40001, expired: 42001, revoked: 40001, 'of-another': 40001 },
  guest: { unknown: -110, expired: -110, revoked: -110, 'of-another': -110 },
} as const;

/** The logic layer's codes for an openid that nobody has (errors-zh:46-70). */
const strangerCodes = { qq: -10002, wechat: -20002, guest: -110, apple: -10002 } as const;

/** Words by which the tables know some of them, whatever the code. */
const words = new Map<number, string>([
  [42001, 'access_token expired'],
  [40001, 'invalid credential'],
  [100015, 'access token is revoked'],
]);

/** The token that a call carries, once the platform has found it good; throws a `PlatformRefusal` where it is not. */
export function authorise(call: Omit<Call, 'token'>): TokenData | undefined {
  const { world, openid, platform, now, body, query, operation } = call;
  const name = operation.token;
  const value = name === undefined ? undefined : (body[name] ?? query[name]);
  if (typeof value !== 'string' || value === '') {
    if (!world.adopts && openid !== '' && !world.players.isKnown(openid, platform))
      throw refusal(call, strangerCodes[platform], 'openid is invalid');
    return undefined;
  }
  const token = world.tokens.find(value, 'access', openid, platform, now);
  const why = refusalOf(token, openid, platform, now);
  if (why !== undefined) throw refused(call, why);
  return token;
}

function refused(call: Omit<Call, 'token'>, why: TokenRefusal): PlatformRefusal {
  const { platform, operation } = call;
  if (platform === 'apple') {
    // No document says how a token of Apple's is refused: only that the player has to log in again.
    const text = `access token is ${why === 'expired' ? 'expired' : 'invalid'}`;
    return new PlatformRefusal(
      failureReply(operation.envelope, { carriedBy: 'wrapped' }, 100013, text, reauthorise),
    );
  }
  const own = operation.errors.find(({ carriedBy }) => carriedBy === 'platCode');
  const [ownCode] = own?.rows.find(([, , errType]) => errType === reauthorise) ?? [];
  if (ownCode !== undefined) return refusal(call, ownCode, 'login state is invalid');
  const code = codes[platform][why];
  return refusal(call, code, words.get(code));
}
