import type { ExchangeLimits } from './transport/transport.js';

/** Who follows a signal. */
const followers = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Follows a signal until what it gives is called. However many calls share a signal, it has one
 * listener: platforms take many for a leak, and warn of it.
 */
function follow(signal: AbortSignal, follower: () => void): () => void {
  const all = followers.get(signal) ?? new Set();
  if (all.size === 0) {
    followers.set(signal, all);
    signal.addEventListener('abort', tellFollowers);
  }
  all.add(follower);
  return () => {
    all.delete(follower);
    if (all.size === 0) signal.removeEventListener('abort', tellFollowers);
  };
}

function tellFollowers(this: AbortSignal): void {
  for (const follower of followers.get(this) ?? []) follower();
}

/** The time that a call has, and its caller's signal, as one. To be ended with the call. */
export class Deadline implements ExchangeLimits {
  /** How long the call may last. */
  readonly milliseconds: number;
  readonly maxReplyBytes: number;
  readonly #end: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #leave: (() => void) | undefined;
  readonly #listeners: ((reason: Error) => void)[] = [];
  #controller: AbortController | undefined;
  #reason: Error | undefined;

  constructor(milliseconds: number, caller: AbortSignal | undefined, maxReplyBytes: number) {
    this.milliseconds = milliseconds;
    this.maxReplyBytes = maxReplyBytes;
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#abort(new Error('timeout'));
    }, milliseconds);
    this.#leave = caller && follow(caller, () => this.#abort(caller.reason as Error));
  }

  /** Aborted when the time is up or the caller's signal is. Made when it is first asked for. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Why the call is to end at once: the caller's reason, or that the time is up. */
  get reason(): unknown {
    return this.#reason;
  }

  /** Milliseconds that are left. */
  get remaining(): number {
    return this.#end - performance.now();
  }

  onAbort(listener: (reason: Error) => void): void {
    if (this.#reason === undefined) this.#listeners.push(listener);
    else listener(this.#reason);
  }

  /** Waits for something, but no longer than the call may last. */
  within<T>(work: T | PromiseLike<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onAbort(reject);
      Promise.resolve(work).then(resolve, reject);
    });
  }

  /** Waits for some milliseconds, but no longer than the call may last. */
  async pause(milliseconds: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    });
    await this.within(pause).finally(() => clearTimeout(timer));
  }

  /** Ends what waits for it, and tells who was given the signal. */
  end(): void {
    this.#controller?.abort();
    clearTimeout(this.#timer);
    this.#leave?.();
  }

  #abort(reason: Error): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const listener of this.#listeners) listener(reason);
  }
}
