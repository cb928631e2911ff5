import type { CallError } from './api-error.js';

/** A reply with what came along with it. */
export interface Answer<Data> {
  readonly data: Data;
  /** HTTP status. */
  readonly status: number;
  /** By their names in lowercase. */
  readonly headers: Readonly<Record<string, string>>;
  /** The reply as it was sent. It may hold tokens: do not log it. */
  readonly text: string;
  /** Milliseconds of the whole call, retries and pauses included. */
  readonly duration: number;
  readonly attempts: number;
}

/** What a call came to: its reply, or its error. */
export type Result<Data, Code extends number = number> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly error: CallError<Code> };

/**
 * A call under way, in the style that its user prefers. Awaited as it stands it gives the reply or
 * throws a `CallError`; `result()` never throws one; `withResponse()` adds what came along.
 */
export class Call<Data, Code extends number = number> implements Promise<Data> {
  readonly #answer: Promise<Answer<Data>>;

  constructor(answer: Promise<Answer<Data>>) {
    this.#answer = answer;
  }

  get [Symbol.toStringTag](): string {
    return 'Call';
  }

  then<Fulfilled = Data, Rejected = never>(
    onFulfilled?: ((data: Data) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((error: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    return this.#answer.then(
      ({ data }) => (onFulfilled ? onFulfilled(data) : (data as unknown as Fulfilled)),
      onRejected,
    );
  }

  catch<Rejected = never>(
    onRejected?: ((error: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Data | Rejected> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => void) | null): Promise<Data> {
    return this.then().finally(onFinally);
  }

  /** The reply with its status, headers, text and duration. Rejects as the call does. */
  withResponse(): Promise<Answer<Data>> {
    return this.#answer;
  }

  /** The reply or the error, told apart by `ok`. Rejects with nothing that a call can end in. */
  result(): Promise<Result<Data, Code>> {
    return this.#answer.then(
      ({ data }): Result<Data, Code> => ({ ok: true, data }),
      // A call rejects with nothing else.
      (error: unknown): Result<Data, Code> => ({ ok: false, error: error as CallError<Code> }),
    );
  }
}
