import type { CallError } from './api-error.js';
import { pickApp } from './apps.js';
import { attempt } from './attempt.js';
import { callErrorOf } from './call-error.js';
import type { Answer } from './call.js';
import type { Trace } from './interceptor.js';
import type { AnyOperation } from './operation.js';
import type { CallOptions } from './options.js';
import type { CallReporter } from './observe.js';
import { prepareCall, refusalOf, type ReadyCall } from './prepare.js';
import type { Settings } from './settings.js';

/** Makes a call from its beginning to its end. Rejects with nothing but a `CallError`. */
export async function makeCall(
  settings: Settings,
  operation: AnyOperation,
  input: object,
  call: CallOptions | null,
): Promise<Answer<object>> {
  const begun = performance.now();
  const { retry } = settings;
  let attempts = 0;
  let reporter: CallReporter | undefined;
  let ready: ReadyCall | undefined;
  try {
    const picked = pickApp(operation, settings.apps, call?.platform);
    reporter = settings.observe?.(operation, picked);
    ready = prepareCall(settings, operation, input, call, picked);
    const { deadline, app } = ready;
    retry?.begin();
    for (;;) {
      if (app.rateLimit) await app.rateLimit.pass(ready.input['openid'], deadline, operation.path);
      attempts++;
      const start = performance.now();
      const trace: Trace = {};
      try {
        const { text, data, headers } = await attempt(ready, attempts, trace);
        const duration = performance.now() - begun;
        reporter?.attempt(attempts, start, trace, undefined);
        reporter?.end(attempts, duration, undefined);
        return { data, status: 200, headers, text, duration, attempts };
      } catch (cause) {
        const error = cause as CallError;
        // For want of a key nothing is sent.
        if (error.kind === 'request') attempts--;
        else reporter?.attempt(attempts, start, trace, error);
        const delay = retry?.delayAfter(attempts, error, operation, deadline.remaining);
        if (delay === undefined) throw error;
        reporter?.retry({ attempt: attempts, error, delay });
        await deadline.pause(delay);
      }
    }
  } catch (cause) {
    const error = ready === undefined ? refusalOf(operation, cause) : callErrorOf(ready, cause, []);
    reporter?.end(attempts, performance.now() - begun, error);
    throw error;
  } finally {
    ready?.deadline.end();
  }
}
