import type { App } from './apps.js';
import { callErrorOf } from './call-error.js';
import { ReplyError, RequestError } from './errors.js';
import { finding } from './finding.js';
import { sendThrough } from './interceptor.js';
import type { ReadyCall } from './prepare.js';
import { readReply, type ReadReply } from './reply.js';
import { headersOf } from './request.js';
import { masked, secretValues } from './secrets.js';
import { sign } from './signature.js';
import type { HttpReply, HttpRequest } from './transport/transport.js';

/** What an attempt came by, also where it failed. */
export interface Trace {
  reply?: HttpReply;
}

/** Signs, sends and reads a call once. Throws nothing but a `CallError`. */
export async function attempt(ready: ReadyCall, number: number, trace: Trace): Promise<ReadReply> {
  const { operation, settings, app, input, deadline } = ready;
  const secrets = secretValues(input, operation.secrets);
  try {
    const key = typeof app.key === 'string' ? app.key : await currentKey(ready, app.key);
    const timestamp = String(Math.floor(settings.now() / 1000));
    const sig = sign(key, timestamp);
    secrets.push(key, sig);
    const request = await requestOf(ready, `timestamp=${timestamp}&sig=${sig}`);
    const { signal } = deadline;
    const context = { endpoint: operation.path, operation: operation.id, attempt: number, signal };
    trace.reply = await deadline.within(sendThrough(settings, request, context));
    const plain = ready.codec === undefined ? trace.reply : await decrypted(ready, trace.reply);
    return readReply(operation, plain, (text) => masked(text, secrets), settings.explain);
  } catch (error) {
    throw callErrorOf(ready, error, secrets);
  }
}

async function requestOf(ready: ReadyCall, signature: string): Promise<HttpRequest> {
  const { operation, settings, call, query, codec, deadline } = ready;
  const body =
    codec === undefined || ready.body === undefined
      ? ready.body
      : await deadline.within(codec.encrypt(new TextEncoder().encode(ready.body)));
  return {
    method: operation.method,
    origin: settings.origin,
    path: `${settings.basePath}${operation.path}?${signature}&${query}`,
    headers: headersOf(body, codec, call),
    ...(body === undefined ? {} : { body }),
  };
}

/** The key of an app that gives a new one each time. */
async function currentKey(
  { operation: { path }, platform, deadline }: ReadyCall,
  key: App['key'] & (() => unknown),
): Promise<string> {
  try {
    const current: unknown = await deadline.within(key());
    if (typeof current === 'string' && current !== '') return current;
    throw new TypeError('a key is a string that is not empty');
  } catch (cause) {
    if (deadline.signal.aborted) throw cause;
    const found = finding('wrong-value', 'gave no key', `/apps/${platform}/key`, path);
    throw new RequestError(path, [found], { cause });
  }
}

async function decrypted(
  { operation, codec, deadline }: ReadyCall,
  reply: HttpReply,
): Promise<HttpReply> {
  if (reply.status !== 200 || codec === undefined) return reply;
  try {
    return { ...reply, body: await deadline.within(codec.decrypt(reply.body, reply.headers)) };
  } catch (cause) {
    if (deadline.signal.aborted) throw cause;
    throw new ReplyError(operation.path, 'the reply could not be decrypted', '');
  }
}
