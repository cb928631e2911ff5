import type { Deadline } from './deadline.js';
import { TimeoutError } from './errors.js';

/** How often to call at most. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
  /** Whom to count by: each player, as the documents do (one request a second: faq-zh:4, field-notes:37), or the app. */
  readonly per: 'player' | 'app';
}

/** The time that a call has left. */
export type TimeLeft = Pick<Deadline, 'remaining' | 'pause'>;

/** Says when a call may go out. */
export interface RateLimiter {
  /**
   * Takes a player's next turn and waits for it. Where the call has no time for that, no turn is taken,
   * and a {@link TimeoutError} is thrown at once.
   */
  pass(openid: unknown, deadline: TimeLeft, endpoint: string): Promise<void> | undefined;
}

/** How many players may be remembered before those that no longer wait are forgotten. */
const sweepAt = 10_000;

/** Lets as many calls pass at once as are allowed, then one whenever the next is due. For an app's `rateLimit`. */
export function rateLimiter({ requests, seconds, per }: RateLimit): RateLimiter {
  if (!(requests >= 1 && seconds > 0))
    throw new RangeError('a rate limit needs requests of 1 or more, and seconds above 0');
  const interval = (seconds * 1000) / requests;
  const tolerance = interval * (requests - 1);
  const dueTimes = new Map<unknown, number>();
  let nextSweep = sweepAt;
  const sweep = (now: number): void => {
    for (const [key, due] of dueTimes) if (due <= now) dueTimes.delete(key);
    nextSweep = Math.max(sweepAt, dueTimes.size * 2);
  };
  return {
    pass(openid, deadline, endpoint) {
      // Who is not named cannot be counted.
      if (per === 'player' && openid === undefined) return undefined;
      const now = performance.now();
      const key = per === 'player' ? openid : undefined;
      const due = Math.max(dueTimes.get(key) ?? 0, now);
      const wait = Math.max(0, due - tolerance - now);
      if (wait > deadline.remaining)
        throw new TimeoutError(endpoint, `the rate limit asks for ${Math.ceil(wait)} ms`);
      dueTimes.set(key, due + interval);
      if (dueTimes.size > nextSweep) sweep(now);
      return wait > 0 ? deadline.pause(wait) : undefined;
    },
  };
}
