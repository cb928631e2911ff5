import { appidOf, openidOf, type App } from './apps.js';
import type { CallOptions } from './options.js';
import type { AnyOperation, Platform } from './operation.js';
import type { Settings } from './settings.js';
import { textOf } from './text.js';
import type { HttpRequest } from './transport/transport.js';

/** What a request is made of. */
export interface RequestParts {
  readonly operation: AnyOperation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly app: App;
  readonly platform: Platform;
  readonly call: CallOptions;
}

/** The query of a request, percent-encoded, all but its signature. */
export function queryOf(
  { operation, input, app, platform, call }: RequestParts,
  { encode, conn }: Settings,
): string {
  let query = `encode=${encode}`;
  const add = (name: string, value: unknown): void => {
    if (value !== undefined && value !== null)
      query += `&${name}=${encodeURIComponent(textOf(value))}`;
  };
  add('appid', appidOf(app, platform));
  add('openid', openidOf(input['openid'], platform));
  add('conn', call.conn ?? conn);
  for (const name of fixedOptions) add(name, call[name]);
  for (const name of operation.query) if (!fixed.includes(name)) add(name, input[name]);
  return query;
}

/** The query parameters that a call's options carry. */
const fixedOptions = ['msdkExtInfo', 'version', 'ishttps', 'opua'] as const;

const fixed: readonly string[] = [
  'timestamp',
  'appid',
  'sig',
  'openid',
  'encode',
  'conn',
  ...fixedOptions,
];

/** The text of a request's body: what the caller gave, and what the endpoint wants repeated from the query. */
export function bodyOf({ operation, input, app, platform }: RequestParts): string | undefined {
  if (operation.body === undefined) return operation.method === 'GET' ? undefined : '';
  const body: Record<string, unknown> = {};
  for (const name of operation.body) {
    const repeated = Object.hasOwn(operation.repeats, name) ? operation.repeats[name] : undefined;
    body[name] =
      repeated === undefined
        ? input[name]
        : repeated === 'openid'
          ? openidOf(input['openid'], platform)
          : repeatedAppid(appidOf(app, platform), repeated);
  }
  return JSON.stringify(body);
}

/** A number where the endpoint wants one and the appid is one: a guest's is not. */
function repeatedAppid(appid: string, kind: 'appid' | 'numeric-appid'): string | number {
  return kind === 'appid' || !/^\d{1,15}$/.test(appid) ? appid : Number(appid);
}

const withBody = { 'content-type': 'application/json' } as const;

/** The headers of a request: a caller's own stand beside those that the protocol needs. */
export function headersOf(
  body: HttpRequest['body'],
  { headers }: CallOptions,
): Readonly<Record<string, string>> {
  const needed = body?.length ? withBody : {};
  if (headers === undefined) return needed;
  const own = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...(Object.fromEntries(own) as Record<string, string>), ...needed };
}
