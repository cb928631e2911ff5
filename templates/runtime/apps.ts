import type { AnyOperation, Platform } from './operation.js';
import type { RateLimiter } from './rate-limit.js';

/** A game's credentials on one platform. */
export interface App {
  /** As the platform gave it: the client adds a guest's or Apple's prefix. */
  readonly appid: string;
  /**
   * The key that signs: the msdkkey, or the appkey with encode 1. A function is asked anew for each
   * attempt, so that keys can be rotated.
   */
  readonly key: string | (() => string | Promise<string>);
  /** When calls may go out, such as a `rateLimiter`; at once where nothing is said. */
  readonly rateLimit?: RateLimiter;
}

/** The credentials of a game, by the platforms that it serves. */
export type Apps = Readonly<Partial<Record<Platform, App>>>;

/** The platforms that a game has credentials for. */
export type PlatformsOf<Game extends Apps> = keyof Game & Platform;

/** Guests are known by a prefix of appid and openid (guest-en:38, field-notes:18). */
const guest = 'G_';

/** An app's id as it is sent; Apple players are known by its prefix (server-en:285). */
export function appidOf({ appid }: App, platform: Platform): string {
  return prefixed(platform === 'guest' ? guest : platform === 'apple' ? 'A_' : '', appid);
}

/** A player's id as it is sent. */
export function openidOf(openid: unknown, platform: Platform): unknown {
  const isPrefixed = platform === 'guest' && typeof openid === 'string' && openid !== '';
  return isPrefixed ? prefixed(guest, openid) : openid;
}

function prefixed(prefix: string, id: string): string {
  return id.startsWith(prefix) ? id : prefix + id;
}

/** The app that a call is made with, or why there is none. */
export function pickApp(
  { platforms }: AnyOperation,
  apps: Apps,
  wanted: Platform | undefined,
): readonly [Platform, App] | string {
  const candidates = platforms.filter(
    (platform) => (wanted ?? platform) === platform && apps[platform] !== undefined,
  );
  const [platform] = candidates;
  const app = platform && apps[platform];
  if (platform !== undefined && app !== undefined && candidates.length === 1)
    return [platform, app];
  const reason = app === undefined ? 'no app for that' : 'say which';
  return `the endpoint serves ${platforms.join(', ')}: ${reason}`;
}
