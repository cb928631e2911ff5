import type { CallError } from './api-error.js';
import { pickApp } from './apps.js';
import { attempt, type Trace } from './attempt.js';
import { callErrorOf } from './call-error.js';
import type { Answer } from './call.js';
import type { AnyOperation } from './operation.js';
import type { CallOptions } from './options.js';
import { prepareCall, type ReadyCall } from './prepare.js';
import type { Settings } from './settings.js';

/** Makes a call from its beginning to its end. Rejects with nothing but a `CallError`. */
export async function makeCall(
  settings: Settings,
  operation: AnyOperation,
  input: object,
  call: CallOptions | null,
): Promise<Answer<object>> {
  const begun = performance.now();
  const picked = pickApp(operation, settings.apps, call?.platform);
  const reporter = settings.observe?.(operation, picked);
  const { retry } = settings;
  let attempts = 0;
  let ready: ReadyCall | undefined;
  try {
    ready = prepareCall(settings, operation, input, call ?? {}, picked);
    const { deadline, body, app } = ready;
    retry?.begin();
    for (;;) {
      if (app.rateLimit) await app.rateLimit.pass(ready.input['openid'], deadline, operation.path);
      attempts++;
      const start = performance.now();
      const trace: Trace = {};
      try {
        const { text, data } = await attempt(ready, attempts, trace);
        const duration = performance.now() - begun;
        reporter?.attempt(attempts, start, body, trace.reply, undefined);
        reporter?.end(attempts, duration, undefined);
        const headers = trace.reply?.headers ?? {};
        return { data, status: 200, headers, text, duration, attempts };
      } catch (cause) {
        const error = cause as CallError;
        reporter?.attempt(attempts, start, body, trace.reply, error);
        const delay = retry?.delayAfter(attempts, error, operation, deadline.remaining);
        if (delay === undefined) throw error;
        reporter?.retry({ attempt: attempts, error, delay });
        await deadline.pause(delay);
      }
    }
  } catch (cause) {
    const error = ready === undefined ? (cause as CallError) : callErrorOf(ready, cause, []);
    reporter?.end(attempts, performance.now() - begun, error);
    throw error;
  } finally {
    ready?.deadline.end();
  }
}
