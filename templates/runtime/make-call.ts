import type { CallError } from './api-error.js';
import { pickApp } from './apps.js';
import { attempt, type Trace } from './attempt.js';
import { callErrorOf } from './call-error.js';
import type { Answer } from './call.js';
import { TimeoutError } from './errors.js';
import type { CallReporter } from './observe.js';
import type { AnyOperation } from './operation.js';
import type { CallOptions } from './options.js';
import { prepareCall, type ReadyCall } from './prepare.js';
import type { Settings } from './settings.js';

/** Makes a call from its beginning to its end. Rejects with nothing but a `CallError`. */
export async function makeCall(
  settings: Settings,
  operation: AnyOperation,
  input: Readonly<Record<string, unknown>>,
  call: CallOptions,
): Promise<Answer<object>> {
  const start = performance.now();
  const picked = pickApp(operation, settings.apps, call.platform);
  const reporter = settings.observe?.(operation, picked);
  const progress = { attempts: 0 };
  const end = (error?: CallError): number => {
    const duration = performance.now() - start;
    reporter?.end(progress.attempts, duration, error);
    return duration;
  };
  try {
    const ready = prepareCall(settings, operation, input, call, picked);
    try {
      const answer = await persist(ready, reporter, progress);
      return { ...answer, ...progress, duration: end() };
    } catch (error) {
      throw callErrorOf(ready, error, []);
    } finally {
      ready.deadline.end();
    }
  } catch (error) {
    end(error as CallError);
    throw error;
  }
}

/** Attempts a call until it succeeds, or fails for good. */
async function persist(
  ready: ReadyCall,
  reporter: CallReporter | undefined,
  progress: { attempts: number },
): Promise<Omit<Answer<object>, 'attempts' | 'duration'>> {
  const { settings, operation, deadline, body } = ready;
  const { retry } = settings;
  retry?.begin();
  for (;;) {
    await waitForTurn(ready);
    const number = ++progress.attempts;
    const start = performance.now();
    const trace: Trace = {};
    try {
      const read = await attempt(ready, number, trace);
      reporter?.attempt(number, start, body, trace.reply, undefined);
      return { ...read, status: 200, headers: trace.reply?.headers ?? {} };
    } catch (cause) {
      const error = cause as CallError;
      reporter?.attempt(number, start, body, trace.reply, error);
      const delay = retry?.delayAfter(number, error, operation, deadline.remaining);
      if (delay === undefined) throw error;
      reporter?.retry({ attempt: number, error, delay });
      await deadline.pause(delay);
    }
  }
}

/** Waits until the app's rate limit lets the call pass. */
async function waitForTurn({ app, input, deadline, operation }: ReadyCall): Promise<void> {
  const wait = app.rateLimit?.reserve(input['openid'], deadline.remaining) ?? 0;
  if (wait > deadline.remaining)
    throw new TimeoutError(operation.path, `the rate limit asks for ${Math.ceil(wait)} ms`);
  if (wait > 0) await deadline.pause(wait);
}
