import {
  AbortedError,
  apiErrorOf,
  HttpError,
  NetworkError,
  ReplyError,
  RequestError,
  TimeoutError,
} from './errors.js';
import type { Operation, Platform } from './operation.js';
import { bodyOf, queryOf, type App } from './request.js';
import { readMembers, Unreadable } from './shape.js';
import type { SigningKey } from './signature.js';

/** What a client needs to know once. */
export interface ClientOptions {
  /** The server's address, such as `https://msdk.example`. */
  readonly baseUrl: string;
  /** The game's credentials on each platform that it serves. */
  readonly apps: Readonly<Partial<Record<Platform, App>>>;
  /** Which key the apps' keys are: 2 the msdkkey, 1 the appkey. 2 where nothing is said. */
  readonly encode?: SigningKey;
  /** Milliseconds until a call is given up. 3100 where nothing is said, as the server does (server-en:79). */
  readonly timeout?: number;
  /** What sends a request; the platform's own where nothing is said. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** The clock, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** What one call may say beside its request. */
export interface CallOptions {
  /** The player's platform, where the endpoint serves several and the client has an app on each. */
  readonly platform?: Platform;
  /** A text that comes back in the reply: letters, digits and underscores. */
  readonly msdkExtInfo?: string;
  /** 1 asks for https in the URLs of the reply. */
  readonly ishttps?: 0 | 1;
  /** The version of MSDK in the player's client. */
  readonly version?: string;
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** Calls endpoints for a game. */
export interface Client {
  /**
   * Calls an endpoint and gives its reply.
   * Rejects with an `MsdkError`, whose `kind` says what went wrong.
   */
  call<Request extends object, Response extends object, Code extends number>(
    operation: Operation<Request, Response, Code>,
    request: Request,
    options?: CallOptions,
  ): Promise<Response>;
}

/** Makes a client. It holds no connection of its own and needs no closing. */
export function createClient(options: ClientOptions): Client {
  return {
    async call<Input extends object, Output extends object, Code extends number>(
      operation: Operation<Input, Output, Code>,
      input: Input,
      call: CallOptions = {},
    ): Promise<Output> {
      const plain = operation as unknown as Operation<object, object, number>;
      const request = toHttp(plain, input as Readonly<Record<string, unknown>>, options, call);
      const text = await send(plain, request, options, call);
      return readReply(plain, text) as Output;
    },
  };
}

function toHttp(
  operation: Operation<object, object, number>,
  input: Readonly<Record<string, unknown>>,
  options: ClientOptions,
  call: CallOptions,
): Request {
  const [platform, app] = pickApp(operation, options, call.platform);
  const timestamp = String(Math.floor((options.now ?? Date.now)() / 1000));
  const query = queryOf({
    operation,
    input,
    app,
    platform,
    timestamp,
    encode: options.encode ?? 2,
    call,
  });
  const body =
    operation.body === undefined ? '' : JSON.stringify(bodyOf(operation, input, app, platform));
  const url = `${options.baseUrl.replace(/\/+$/, '')}${operation.path}?${query}`;
  return new Request(url, {
    method: operation.method,
    redirect: 'manual',
    ...(operation.method === 'GET'
      ? {}
      : { body, headers: { 'content-type': 'application/json' } }),
  });
}

function pickApp(
  operation: Operation<object, object, number>,
  { apps }: ClientOptions,
  wanted: Platform | undefined,
): [Platform, App] {
  const candidates = operation.platforms.filter((platform) =>
    wanted === undefined ? apps[platform] !== undefined : platform === wanted,
  );
  const [platform] = candidates;
  const app = platform === undefined ? undefined : apps[platform];
  const serves = operation.platforms.join(', ');
  if (platform === undefined || app === undefined)
    throw new RequestError(
      operation.path,
      `the client has no app for a platform that the endpoint serves (${serves})`,
    );
  if (candidates.length > 1)
    throw new RequestError(
      operation.path,
      `the endpoint serves ${serves}; say which platform the player is on`,
    );
  return [platform, app];
}

async function send(
  operation: Operation<object, object, number>,
  request: Request,
  options: ClientOptions,
  call: CallOptions,
): Promise<string> {
  const limit = call.timeout ?? options.timeout ?? 3100;
  const timeout = AbortSignal.timeout(limit);
  const signal = call.signal === undefined ? timeout : AbortSignal.any([timeout, call.signal]);
  try {
    signal.throwIfAborted();
    const response = await (options.fetch ?? fetch)(new Request(request, { signal }));
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new HttpError(operation.path, response.status);
    }
    return await response.text();
  } catch (cause) {
    if (cause instanceof HttpError) throw cause;
    if (call.signal?.aborted === true)
      throw new AbortedError(operation.path, 'aborted by the caller', { cause });
    if (timeout.aborted)
      throw new TimeoutError(operation.path, `no reply within ${limit} ms`, { cause });
    throw new NetworkError(operation.path, 'the connection failed', { cause: withoutUrl(cause) });
  }
}

/** The cause's name and code: its own text may show the URL, and with it the signature. */
function withoutUrl(cause: unknown): Error {
  const inner = (cause as { cause?: { code?: unknown } }).cause?.code;
  return new Error(
    typeof inner === 'string' ? inner : cause instanceof Error ? cause.name : 'unknown',
  );
}

function readReply(operation: Operation<object, object, number>, text: string): object {
  let reply: unknown;
  try {
    reply = JSON.parse(text);
  } catch (cause) {
    throw new ReplyError(operation.path, 'the reply is not JSON', text, { cause });
  }
  if (typeof reply !== 'object' || reply === null || Array.isArray(reply))
    throw new ReplyError(operation.path, 'the reply is not an object', text);
  const members = reply as Readonly<Record<string, unknown>>;
  const ret = Object.hasOwn(members, 'ret') ? Number(members['ret']) : NaN;
  if (!Number.isInteger(ret)) throw new ReplyError(operation.path, 'the reply has no ret', text);
  if (ret !== 0) throw apiErrorOf(operation, ret, members);
  try {
    const envelope = { ret: 'int', [operation.envelope]: 'string', msdkExtInfo: 'string' } as const;
    return readMembers(reply, { ...operation.reply, ...envelope });
  } catch (cause) {
    if (cause instanceof Unreadable)
      throw new ReplyError(operation.path, cause.message, text, { cause });
    throw cause;
  }
}
