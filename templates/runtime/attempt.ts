import type { App } from './apps.js';
import { callErrorOf } from './call-error.js';
import { RequestError } from './errors.js';
import { finding } from './finding.js';
import { sendThrough, type Trace } from './interceptor.js';
import type { ReadyCall } from './prepare.js';
import { readReply, type ReadReply } from './reply.js';
import { headersOf } from './request.js';
import { masked, safeCause, secretValues } from './secrets.js';
import { sign } from './signature.js';
import type { HttpReply, HttpRequest } from './transport/transport.js';

/** What an attempt gives. */
export interface Received extends ReadReply {
  readonly headers: HttpReply['headers'];
}

/** Signs, sends and reads a call once. Throws nothing but a `CallError`. */
export async function attempt(ready: ReadyCall, number: number, trace: Trace): Promise<Received> {
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
    const { interceptors } = ready;
    const { transport } = settings;
    const reply = await sendThrough(interceptors, transport, request, deadline, context, trace);
    const mask = (text: string): string => masked(text, secrets());
    const { text, data } = readReply(operation, reply, mask, settings.explain);
    return { text, data, headers: reply.headers };
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
    throw new TypeError('key');
  } catch (cause) {
    if (deadline.reason !== undefined) throw cause;
    const found = finding('wrong-value', 'gave none', `/apps/${platform}/key`, path);
    throw new RequestError(path, [found], { cause: safeCause(cause, secrets) });
  }
}
