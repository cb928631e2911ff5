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

/** Guests are known by `G_` before appid and openid (guest-en:38, field-notes:18), Apple players by `A_` before appid (server-en:285). */
const prefixes: Readonly<Partial<Record<Platform, { appid: string; openid: string }>>> = {
  guest: { appid: 'G_', openid: 'G_' },
  apple: { appid: 'A_', openid: '' },
};

/** An app's id as it is sent. */
export function appidOf({ appid }: App, platform: Platform): string {
  return prefixed(prefixes[platform]?.appid ?? '', appid);
}

/** A player's id as it is sent. */
export function openidOf(openid: unknown, platform: Platform): unknown {
  const prefix = prefixes[platform]?.openid ?? '';
  return typeof openid === 'string' && openid !== '' ? prefixed(prefix, openid) : openid;
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
  const candidates = platforms.flatMap((platform) => {
    const app = (wanted ?? platform) === platform ? apps[platform] : undefined;
    return app === undefined ? [] : [[platform, app] as const];
  });
  const [picked] = candidates;
  if (picked !== undefined && candidates.length === 1) return picked;
  const reason = picked === undefined ? 'the client has no app for that' : 'say which it is';
  return `the endpoint serves ${platforms.join(', ')}: ${reason}`;
}
