/** The time that a call has, and its caller's signal, as one. To be ended with the call. */
export class Deadline {
  /** How long the call may last. */
  readonly milliseconds: number;
  /** Aborted when the time is up or the caller's signal is. */
  readonly signal: AbortSignal;
  readonly #end: number;
  readonly #aborted: Promise<never>;
  readonly #release: () => void;
  #isExpired = false;

  constructor(milliseconds: number, caller: AbortSignal | undefined) {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      this.#isExpired = true;
      controller.abort(new Error(`no reply within ${milliseconds} ms`));
    }, milliseconds);
    const abort = (): void => controller.abort(caller?.reason);
    caller?.addEventListener('abort', abort);
    this.milliseconds = milliseconds;
    this.signal = controller.signal;
    this.#end = performance.now() + milliseconds;
    this.#release = () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    };
    this.#aborted = new Promise((_resolve, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason as Error));
    });
    // Whether anything waits for it when it happens or not.
    this.#aborted.catch(() => undefined);
  }

  /** Whether the time is up. */
  get isExpired(): boolean {
    return this.#isExpired;
  }

  /** Milliseconds that are left. */
  get remaining(): number {
    return this.#end - performance.now();
  }

  /** Waits for something, but no longer than the call may last. */
  within<T>(work: T | PromiseLike<T>): Promise<T> {
    return Promise.race([work, this.#aborted]);
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
    this.#release();
  }
}
