import {
  createMsdk,
  type Apps,
  type Msdk,
  type WholeOptions,
} from '../../../generated/client/index.js';

/** The transports that everything has to hold for, by the options that choose them. */
export const transports: readonly (readonly [
  name: string,
  options: Pick<WholeOptions, 'fetch'>,
])[] = [
  ['the platform’s own transport', {}],
  ['fetch', { fetch: (url, init) => globalThis.fetch(url, init) }],
];

/** Secrets that read differently in URLs and in JSON. */
export const key = 'key+of/no"game';
export const token = 'token+of/no"player';

/** What a player logs in with. */
export const login = { openid: 'A1', openkey: token, userip: '127.0.0.1' };

/** A message to another player, which must never arrive twice. */
export const message = { openid: 'A1', accessToken: token, fopenid: 'B2', extra: '%7B%7D' };

/** A client of a server. It neither repeats nor gives up early where nothing is said. */
export function caller(url: string, options: Partial<WholeOptions> = {}): Msdk<'qq'> {
  const apps: Apps = { qq: { appid: '100000001', key } };
  return createMsdk({ apps, timeout: 20_000, retry: false, ...options, baseUrl: url });
}
