import type { CallError } from './api-error.js';
import type { Trace } from './interceptor.js';
import type { AnyOperation, Platform } from './operation.js';
import { byteLength } from './text.js';
import { warn } from './warn.js';

/** A call that begins. Nothing that an observer is told holds a secret. */
export interface CallStart {
  readonly endpoint: string;
  /** The operation's name, such as `relation.qqprofile`. */
  readonly operation: string;
  readonly effect: AnyOperation['effect'];
  /** Undefined where the client has no app to call with, or too many. */
  readonly platform: Platform | undefined;
}

/** An attempt that is over. */
export interface AttemptEnd {
  /** From 1. */
  readonly attempt: number;
  /** Milliseconds. */
  readonly duration: number;
  /** Bytes of the body. */
  readonly sentBytes: number;
  readonly receivedBytes: number | undefined;
  readonly status: number | undefined;
  readonly ret: number | undefined;
  readonly error: CallError | undefined;
}

/** A pause before another attempt. */
export interface RetryNotice {
  /** The attempt that failed. */
  readonly attempt: number;
  readonly error: CallError;
  /** Milliseconds. */
  readonly delay: number;
}

/** A call that is over. */
export interface CallEnd {
  /** How often something was sent; 0 where the call was refused before. */
  readonly attempts: number;
  /** Milliseconds, pauses included. */
  readonly duration: number;
  readonly ret: number | undefined;
  readonly error: CallError | undefined;
}

/** Follows one call. */
export interface CallObserver {
  attempt?(end: AttemptEnd): void;
  retry?(notice: RetryNotice): void;
  end?(end: CallEnd): void;
}

/** Is told of each call that begins, and gives what follows it: a place for logs, metrics and traces. */
export type Observer = (start: CallStart) => CallObserver | undefined;

/** What a client tells of a call, bare of what can be worked out from it. */
export interface CallReporter {
  /** `start` is that of the attempt, by `performance.now()`. */
  attempt(attempt: number, start: number, trace: Trace, error: CallError | undefined): void;
  retry(notice: RetryNotice): void;
  end(attempts: number, duration: number, error: CallError | undefined): void;
}

/** Opens what follows a call. */
export type Observe = (
  operation: AnyOperation,
  picked: readonly [Platform, unknown] | string,
) => CallReporter;

/** Observers for a client. What one of them throws is warned of, and harms no call. */
export function observers(...all: readonly Observer[]): Observe {
  return ({ path, id, effect }, picked) => {
    const platform = typeof picked === 'string' ? undefined : picked[0];
    const start = { endpoint: path, operation: id, effect, platform };
    const opened = all.flatMap((observer) => unharmed(() => observer(start)) ?? []);
    const tell = (say: (observer: CallObserver) => void): void => {
      for (const observer of opened) unharmed(() => say(observer));
    };
    return {
      attempt(attempt, begun, { body = '', reply }, error) {
        const end = {
          attempt,
          duration: performance.now() - begun,
          sentBytes: typeof body === 'string' ? byteLength(body) : body.length,
          receivedBytes: reply?.body.length,
          status: reply?.status,
          ret: retOf(error),
          error,
        };
        tell((observer) => observer.attempt?.(end));
      },
      retry: (notice) => tell((observer) => observer.retry?.(notice)),
      end: (attempts, duration, error) =>
        tell((observer) => observer.end?.({ attempts, duration, ret: retOf(error), error })),
    };
  };
}

/** What a call's end says of `ret`: 0 where it succeeded, nothing where the service said nothing. */
function retOf(error: CallError | undefined): number | undefined {
  if (error === undefined) return 0;
  return error.kind === 'api' ? error.ret : undefined;
}

/** Does what others want done when they are told of something. What it throws, now or later, is warned of. */
export function unharmed<T>(work: () => T): T | undefined {
  try {
    const done = work();
    if (done instanceof Promise) done.catch(warnOfFailure);
    return done;
  } catch (error) {
    warnOfFailure(error);
    return undefined;
  }
}

function warnOfFailure(error: unknown): void {
  const words = error instanceof Error ? error.message : typeof error;
  warn(`an observer of the MSDK client failed: ${words}`, 'MsdkObserverWarning');
}
