import type { App } from './apps.js';
import { callErrorOf } from './call-error.js';
import { RequestError } from './errors.js';
import { finding } from './finding.js';
import { sendThrough } from './interceptor.js';
import type { ReadyCall } from './prepare.js';
import { readReply, type ReadReply } from './reply.js';
import { headersOf } from './request.js';
import { masked, safeCause, secretValues } from './secrets.js';
import { sign } from './signature.js';
import type { HttpReply, HttpRequest } from './transport/transport.js';

/** What an attempt came by, also where it failed. */
export interface Trace {
  reply?: HttpReply;
}

/** Signs, sends and reads a call once. Throws nothing but a `CallError`. */
export async function attempt(ready: ReadyCall, number: number, trace: Trace): Promise<ReadReply> {
  const { operation, settings, app, deadline, body } = ready;
  let key = '';
  let sig = '';
  const secrets = (): string[] => [key, sig, ...secretValues(ready.input, operation.secrets)];
  try {
    key = typeof app.key === 'string' ? app.key : await currentKey(ready, app.key, secrets());
    const timestamp = String(Math.floor(settings.now() / 1000));
    sig = sign(key, timestamp);
    const request: HttpRequest = {
      method: operation.method,
      origin: settings.origin,
      path: `${settings.basePath}${operation.path}?timestamp=${timestamp}&sig=${sig}&${ready.query}`,
      headers: headersOf(body, ready.call),
      ...(body === undefined ? undefined : { body }),
    };
    const context = { endpoint: operation.path, operation: operation.id, attempt: number };
    const reply = await sendThrough(
      ready.interceptors,
      settings.transport,
      request,
      deadline,
      context,
    );
    trace.reply = reply;
    return readReply(operation, reply, (text) => masked(text, secrets()), settings.explain);
  } catch (error) {
    throw callErrorOf(ready, error, secrets());
  }
}

/** The key of an app that gives a new one each time. */
async function currentKey(
  { operation: { path }, platform, deadline }: ReadyCall,
  key: App['key'] & (() => unknown),
  secrets: readonly string[],
): Promise<string> {
  try {
    const current: unknown = await deadline.within(key());
    if (typeof current === 'string' && current !== '') return current;
    throw new TypeError('a key is a string that is not empty');
  } catch (cause) {
    if (deadline.isAborted) throw cause;
    const found = finding('wrong-value', 'gave no key', `/apps/${platform}/key`, path);
    throw new RequestError(path, [found], { cause: safeCause(cause, secrets) });
  }
}
