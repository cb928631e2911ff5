import type { CallError } from './api-error.js';
import type { AnyOperation } from './operation.js';

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** Attempts of one call, the first among them. 3 where nothing is said. */
  readonly attempts?: number;
  /** Milliseconds that the first pause lasts at most; each further one twice as long. 50 where nothing is said. */
  readonly baseDelay?: number;
  /** Milliseconds that no pause exceeds, save where the service asks for more time. 1000 where nothing is said. */
  readonly maxDelay?: number;
  /** Decides instead of {@link isRetryable}; it can repeat what cannot be undone. */
  readonly when?: (error: CallError, operation: RetryableOperation) => boolean;
  /** Chance, from 0 up to 1, that spreads the pauses. */
  readonly random?: () => number;
}

/** What a decision about repeating looks at. */
export type RetryableOperation = Pick<AnyOperation, 'path' | 'effect' | 'idempotent'>;

/** After the answer "too many requests" a player's next one is taken a second later (faq-zh:4, field-notes:37). */
const laterDelay = 1000;

/**
 * Whether it is safe to send the same request again: never what uses something up or reaches other
 * people; else where no connection was made; a read after any passing failure; and what the catalogue
 * calls idempotent after a code that documents say to try again.
 */
export function isRetryable(error: CallError, { effect, idempotent }: RetryableOperation): boolean {
  if (effect === 'consume' || effect === 'push') return false;
  switch (error.kind) {
    case 'network':
      return !error.sent || effect === 'read';
    case 'http':
      return effect === 'read' && (error.status >= 500 || error.status === 429);
    case 'api':
      return idempotent && (error.retry === 'safe' || error.retry === 'later');
    default:
      return false;
  }
}

/** Decides whether and when a failed attempt is repeated. */
export interface RetryPolicy {
  /** To be told of each call that begins. */
  begin(): void;
  /** Milliseconds to pause before the next attempt; undefined where there should be none. */
  delayAfter(
    attempt: number,
    error: CallError,
    operation: RetryableOperation,
    remaining: number,
  ): number | undefined;
}

/** Retries that may be made at once, and that a client starts with. */
const most = 10;

/**
 * Repeats failed attempts with exponential pauses and full jitter, so that clients that failed
 * together do not return together. Each call earns a tenth of a retry: an outage is not multiplied.
 */
export function retries({
  attempts = 3,
  baseDelay = 50,
  maxDelay = 1000,
  when = isRetryable,
  random = Math.random,
}: RetryOptions = {}): RetryPolicy {
  let budget = most;
  return {
    begin() {
      budget = Math.min(most, budget + 0.1);
    },
    delayAfter(attempt, error, operation, remaining) {
      if (attempt >= attempts || !when(error, operation)) return undefined;
      const least = error.kind === 'api' && error.retry === 'later' ? laterDelay : 0;
      const delay = least + random() * Math.min(maxDelay, baseDelay * 2 ** (attempt - 1));
      if (delay >= remaining || budget < 1) return undefined;
      budget--;
      return delay;
    },
  };
}
