import type { CallOptions } from './client.js';
import type { Operation, Platform } from './operation.js';
import { sign, type SigningKey } from './signature.js';

/** A game's credentials on one platform. */
export interface App {
  /** As the platform gave it: the client adds a guest's or Apple's prefix. */
  readonly appid: string;
  /** The key that signs: the msdkkey, or the appkey with encode 1. */
  readonly key: string;
}

type AnyOperation = Operation<object, object, number>;

/** What the query is made of. */
export interface QueryParts {
  readonly operation: AnyOperation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly app: App;
  readonly platform: Platform;
  readonly timestamp: string;
  readonly encode: SigningKey;
  readonly call: CallOptions;
}

/** The query of a request, percent-encoded, with its signature. */
export function queryOf({
  operation,
  input,
  app,
  platform,
  timestamp,
  encode,
  call,
}: QueryParts): string {
  const own = operation.query.map((name) => [name, input[name]] as const);
  const fixed = {
    timestamp,
    appid: appidOf(app, platform),
    sig: sign(app.key, timestamp),
    openid: input['openid'],
    encode,
    msdkExtInfo: call.msdkExtInfo,
    version: call.version,
    ishttps: call.ishttps,
  };
  return [...Object.entries(fixed), ...own.filter(([name]) => !Object.hasOwn(fixed, name))]
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(textOf(value))}`)
    .join('&');
}

/** The body of a request: what the caller gave, and what the endpoint wants repeated from the query. */
export function bodyOf(
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  app: App,
  platform: Platform,
): object {
  const body: Record<string, unknown> = {};
  const appid = appidOf(app, platform);
  for (const name of operation.body ?? []) {
    const repeated = Object.hasOwn(operation.repeats, name) ? operation.repeats[name] : undefined;
    if (repeated === undefined) body[name] = input[name];
    else if (repeated === 'openid') body[name] = input['openid'];
    else body[name] = repeated === 'appid' || !/^\d{1,15}$/.test(appid) ? appid : Number(appid);
  }
  return body;
}

/** The appid as sent: guests have `G_` before the platform's (guest-en:13), Apple players `A_` (server-en:285). */
export function appidOf({ appid }: App, platform: Platform): string {
  const prefix = platform === 'guest' ? 'G_' : platform === 'apple' ? 'A_' : '';
  return appid.startsWith(prefix) ? appid : prefix + appid;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
