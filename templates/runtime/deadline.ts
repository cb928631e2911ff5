import type { ExchangeLimits } from './transport/transport.js';

/** The time that a call has, and its caller's signal, as one. To be ended with the call. */
export class Deadline implements ExchangeLimits {
  /** How long the call may last. */
  readonly milliseconds: number;
  readonly maxReplyBytes: number;
  readonly #end: number;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #caller: AbortSignal | undefined;
  readonly #listeners: ((reason: Error) => void)[] = [];
  #controller: AbortController | undefined;
  #reason: Error | undefined;
  #isExpired = false;

  constructor(milliseconds: number, caller: AbortSignal | undefined, maxReplyBytes: number) {
    this.milliseconds = milliseconds;
    this.maxReplyBytes = maxReplyBytes;
    this.#end = performance.now() + milliseconds;
    this.#caller = caller;
    this.#timer = setTimeout(() => {
      this.#isExpired = true;
      this.#abort(new Error(`no reply within ${milliseconds} ms`));
    }, milliseconds);
    caller?.addEventListener('abort', this.#onCaller);
  }

  /** Aborted when the time is up or the caller's signal is. Made when it is first asked for. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    return this.#controller.signal;
  }

  /** Whether the time is up. */
  get isExpired(): boolean {
    return this.#isExpired;
  }

  /** Whether the time is up or the caller has ended the call. */
  get isAborted(): boolean {
    return this.#reason !== undefined;
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

  end(): void {
    clearTimeout(this.#timer);
    this.#caller?.removeEventListener('abort', this.#onCaller);
  }

  readonly #onCaller = (): void => this.#abort(this.#caller?.reason as Error);

  #abort(reason: Error): void {
    this.#reason = reason;
    this.#controller?.abort(reason);
    for (const listener of this.#listeners) listener(reason);
  }
}
