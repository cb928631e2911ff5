import * as client from '../../generated/client/index.js';
import type { HttpReply, HttpRequest, Transport } from '../../generated/client/index.js';

/** The credentials of a game on every platform. */
export const apps = {
  qq: { appid: '100000001', key: 'qq-key-kept-secret' },
  wechat: { appid: 'wx0000000000000001', key: 'wechat-key-kept-secret' },
  guest: { appid: '100000001', key: 'guest-key-kept-secret' },
  apple: { appid: '100000001', key: 'apple-key-kept-secret' },
} as const;

/** A client that is not needed for its address. */
export const nowhere = { apps, baseUrl: 'http://msdk.example' } as const;

/** A player who asks for a profile. */
export const player = { openid: 'A1', accessToken: 'token-kept-secret' } as const;

/** A profile in full. */
export const profile = {
  ret: 0,
  msg: 'success',
  nickName: 'Ann',
  gender: '',
  picture40: 'http://p.example/40',
  yellow_vip: 0,
  yellow_vip_level: 0,
  yellow_year_vip: 0,
  is_lost: '0',
} as const;

/** A reply over HTTP; an object as JSON. */
export function reply(
  body: object | string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}

/** What a scripted transport does with a request: replies, fails, or decides. */
export type Step = HttpReply | Error | Transport;

/** A transport that plays its steps one by one, the last for ever, and keeps what it is sent. */
export function scripted(...steps: readonly [Step, ...Step[]]): {
  readonly transport: Transport;
  readonly requests: HttpRequest[];
} {
  const requests: HttpRequest[] = [];
  const transport: Transport = async (request, limits) => {
    requests.push(request);
    const step = steps[Math.min(requests.length, steps.length) - 1] ?? steps[0];
    if (step instanceof Error) throw step;
    return typeof step === 'function' ? step(request, limits) : step;
  };
  return { transport, requests };
}

/** A transport that answers nothing, and stops when it is told. */
export const silent: Transport = (_request, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

/** The query of a request. */
export function queryOf({ origin, path }: HttpRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(origin + path).searchParams);
}

/** The JSON of a request's body. */
export function bodyOf({ body }: HttpRequest): unknown {
  return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
}

/** What a call fails with. */
export async function failureOf(call: PromiseLike<unknown>): Promise<client.CallError> {
  const outcome: unknown = await call.then(
    () => 'no failure',
    (reason: unknown) => reason,
  );
  if (outcome instanceof client.MsdkError) return outcome as client.CallError;
  throw new Error(`not a typed error: ${String(outcome)}`);
}

/** Everything that is wrong with what was asked for, by its pointer. */
export async function findingsOf(call: PromiseLike<unknown>): Promise<Record<string, string>> {
  const error = await failureOf(call);
  if (error.kind !== 'request') throw new Error(`not a request error: ${error.message}`);
  return Object.fromEntries(error.findings.map(({ pointer, message }) => [pointer, message]));
}
