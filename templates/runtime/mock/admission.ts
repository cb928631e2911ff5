import { sign } from '../signature.js';
import type { MockOperation } from './operation.js';
import type { MockApp } from './options.js';
import { refusals } from './refusal.js';
import { Bounded } from './world/bounded.js';

/** Whom the mock lets in. */
export interface Admission {
  /** Anyone, whatever the signature. */
  readonly anyKey: boolean;
  readonly apps: ReadonlyMap<string, MockApp>;
}

const fixedParameters = ['timestamp', 'appid', 'sig', 'encode'] as const;

/** Looks at a request's query as the access layer does; throws a `Refusal` at the first thing wrong. */
export function admit(
  { query: required, platforms }: MockOperation,
  query: Readonly<Record<string, string>>,
  { anyKey, apps }: Admission,
): void {
  // An appid that is there and empty does not exist (errors-zh:29).
  if (query['appid'] === '') throw refusals.appidUnknown();
  for (const name of fixedParameters)
    if (isEmpty(query[name])) throw refusals.parameterMissing(name);
  for (const name of required) {
    // An openid may be there and empty (field-notes:15).
    const isMissing = name === 'openid' ? query[name] === undefined : isEmpty(query[name]);
    if (isMissing) throw refusals.parameterMissing(name);
  }
  const { appid = '', timestamp = '', sig, encode } = query;
  if (!anyKey) verify({ appid, timestamp, sig, encode }, apps);
  if (appid.startsWith('G_') && !platforms.includes('guest')) throw refusals.guestRefused();
}

/** Holds a signature against the keys of the app. */
function verify(
  { appid = '', timestamp = '', sig, encode }: Readonly<Record<string, string | undefined>>,
  apps: Admission['apps'],
): void {
  // Guests and Apple players have the game's appid behind a prefix (guest-en:38, server-en:282).
  const app = apps.get(appid) ?? apps.get(appid.replace(/^[GA]_/, ''));
  if (app === undefined) throw refusals.appidUnknown();
  const key = encode === '1' ? app.appkey : encode === '2' ? app.msdkkey : undefined;
  if (key === undefined || sign(key, timestamp) !== sig) throw refusals.signatureWrong();
}

/** Counts the requests of each player, and refuses those past so many a second (errors-zh:28, field-notes:37). */
export class Frequency {
  readonly #most: number;
  readonly #last = new Bounded<{ readonly second: number; count: number }>(50_000);
  constructor(requestsPerSecond: number | undefined) {
    this.#most = requestsPerSecond ?? Infinity;
  }
  /** Throws a `Refusal` where this request is one too many. A caller who names no player is not counted. */
  count(appid: string, openid: string, now: number): void {
    if (this.#most === Infinity || openid === '') return;
    const key = `${appid} ${openid}`;
    const before = this.#last.get(key);
    if (before === undefined || now - before.second >= 1000 || now < before.second)
      this.#last.set(key, { second: now, count: 1 });
    else if (++before.count > this.#most) throw refusals.tooFrequent();
  }
}

function isEmpty(value: string | undefined): boolean {
  return value === undefined || value === '';
}
