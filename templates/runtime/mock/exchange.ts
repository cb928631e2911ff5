/** Why a body could not be read as text. */
export type Unreadable = 'too-large' | 'not-utf-8' | 'unknown-encoding';

/** A request as it came, whatever carried it. */
export interface MockRequest {
  readonly method: string;
  /** Path and query as on the request line. A doubled leading slash stays. */
  readonly target: string;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | undefined;
  /** The body's text, or why there is none. */
  readonly body: string | { readonly unreadable: Unreadable };
}

/** A reply for whatever carries it to send. */
export interface MockReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds before anything of it is sent. */
  readonly delay?: number;
  /** reset: nothing is sent and the connection breaks; truncate: it breaks in the middle of the body. */
  readonly cut?: 'reset' | 'truncate';
}

/** Who answered in the mock's place: the service behind a proxy, or a recording of it. */
export type OtherCause = 'proxy' | 'replay';

/** What made a reply: what the world holds, an example, what was asked for, a refusal by a layer, or another. */
export type Cause =
  'state' | 'example' | 'preference' | 'rule' | 'handler' | 'refusal' | OtherCause;

/** A request that the mock has answered, for tests to look at. It holds secrets as they were sent. */
export interface Received {
  /** Counts from 1 since the start or the last reset. */
  readonly number: number;
  /** The mock's clock, in milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** The path as it was sent. */
  readonly path: string;
  /** The endpoint's path as the catalogue writes it; undefined where there is no such endpoint. */
  readonly endpoint: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** The parsed JSON, the text where it is none, undefined where there was no body. */
  readonly body: unknown;
  readonly cause: Cause;
  readonly status: number;
  /** The reply's JSON, or its text where it is none. */
  readonly reply: unknown;
  /** What was done to the reply: `delay`, `reset`, `truncate`, `html`, `loose`. */
  readonly faults: readonly string[];
}
