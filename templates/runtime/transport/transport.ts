/** A request as it goes out. Its path holds the signature, and its body may hold tokens: do not log them. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Scheme, host and port, such as `https://msdk.example:8443`. */
  readonly origin: string;
  /** Path and query, percent-encoded, with the slash before them. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** A reply as it came in, whatever its status; redirects are not followed. */
export interface HttpReply {
  readonly status: number;
  /** By their names in lowercase. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body without its content coding. */
  readonly body: Uint8Array;
}

/** What bounds one exchange. */
export interface ExchangeLimits {
  /** Ends the exchange at once, with all that it holds open. Made when it is first asked for. */
  readonly signal: AbortSignal;
  /** Tells a listener when the exchange is to end, and why: the same as the signal, at less cost. */
  onAbort(listener: (reason: Error) => void): void;
  /** Bytes of the reply's body, decoded, past which it is refused with {@link ReplyRefused}. */
  readonly maxReplyBytes: number;
}

/**
 * Sends a request and gives its reply. Rejects where none came: with {@link NotSent} where the server
 * cannot have received anything, with any other error where it may have.
 */
export interface Transport {
  (request: HttpRequest, limits: ExchangeLimits): Promise<HttpReply>;
  /** Whether it settles as soon as the exchange is to end: nothing else has to watch the time. */
  readonly isPrompt?: boolean;
  /** Ends the connections that are kept open. */
  close?(): void;
}

/** No connection was made, so that nothing can have been received; `cause` says why. */
export class NotSent extends Error {
  override name = 'NotSent';
  constructor(cause: unknown) {
    super('no connection', { cause });
  }
}

/** A reply came whose body is not taken; the message says why, and holds nothing of it. */
export class ReplyRefused extends Error {
  override name = 'ReplyRefused';
}

/** Collects the pieces of a body, and refuses one piece too many. */
export class BodyCollector {
  readonly #pieces: Uint8Array[] = [];
  readonly #limit: number;
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Throws {@link ReplyRefused} where the piece goes past the limit. */
  add(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length > this.#limit)
      throw new ReplyRefused(`the reply has more than ${this.#limit} bytes`);
    this.#pieces.push(piece);
  }

  whole(): Uint8Array {
    const [first] = this.#pieces;
    if (first?.length === this.#length) return first;
    const whole = new Uint8Array(this.#length);
    let end = 0;
    for (const piece of this.#pieces) {
      whole.set(piece, end);
      end += piece.length;
    }
    return whole;
  }
}

/** Whether an error, or one that it wraps, came before there was a connection. */
export function isBeforeConnected(error: unknown, depth = 3): boolean {
  const { syscall, cause, errors } = (error ?? {}) as {
    readonly syscall?: unknown;
    readonly cause?: unknown;
    readonly errors?: readonly unknown[];
  };
  const inner = depth === 0 ? [] : [cause, errors?.[0]];
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    inner.some((one) => isBeforeConnected(one, depth - 1))
  );
}
