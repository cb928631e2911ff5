import type { Explain } from './api-error.js';
import type { Apps } from './apps.js';
import type { BodyCodec } from './body-codec.js';
import type { ArgumentChecks } from './checks.js';
import type { DeprecationNotice } from './deprecation.js';
import type { Interceptor } from './interceptor.js';
import type { Observe, Observer } from './observe.js';
import type { Platform } from './operation.js';
import type { RetryOptions, RetryPolicy } from './retry.js';
import type { SigningKey } from './signature.js';
import type { Fetch } from './transport/fetch.js';
import type { Transport } from './transport/transport.js';

/** What every client may be told. */
export interface CommonOptions<Game extends Apps = Apps> {
  /** The game's credentials on each platform that it serves. */
  readonly apps: Game;
  /** Which key the apps' keys are: 2 the msdkkey, 1 the appkey. 2 where nothing is said. */
  readonly encode?: SigningKey;
  /**
   * Milliseconds until a call is given up, its retries and pauses included. 3100 where nothing is
   * said, which is how long the service works on a call itself (server-en:79).
   */
  readonly timeout?: number;
  /** Bytes of a reply's body past which it is refused. 8 MiB where nothing is said. */
  readonly maxReplyBytes?: number;
  /** What sends the requests. */
  readonly transport?: Transport;
  /** A `fetch` that sends the requests, in place of a transport. */
  readonly fetch?: Fetch;
  /** Stand around each attempt, the first outermost. */
  readonly interceptors?: readonly Interceptor[];
  /** Words for the service's errors, such as `explainIn('ko')`; without them an error has its codes only. */
  readonly explain?: Explain;
  /** Whether calls are encrypted where they do not say themselves. */
  readonly encrypt?: boolean;
  /** 1 asks the service to keep connections open, which only game servers may (general-en:28). */
  readonly conn?: 0 | 1;
  /** The clock that stamps requests, in milliseconds since 1970. */
  readonly now?: () => number;
}

/** What the bare client is made of: it does nothing but sign, send and read unless it is given what does. */
export interface ClientOptions<Game extends Apps = Apps> extends CommonOptions<Game> {
  /** The server's address, such as `https://msdk.example`. */
  readonly baseUrl: string;
  /** What holds options and requests to their rules before anything is sent: `argumentChecks`. */
  readonly checks?: ArgumentChecks;
  /** What repeats failed attempts: `retries()`. */
  readonly retry?: RetryPolicy;
  /** What follows calls: `observers(...)`. */
  readonly observe?: Observe;
  /** What encrypts calls that ask for it: `encryption(codec)`. */
  readonly encryption?: Interceptor;
  /** Told once of each deprecated endpoint that is called: `warnOnce`. */
  readonly onDeprecation?: (notice: DeprecationNotice) => void;
}

/** Where a server is: an environment by its name, or an address. */
export interface Address {
  readonly environment?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** What the whole client needs to know once; where the server is comes beside it. */
export interface WholeOptions<Game extends Apps = Apps> extends CommonOptions<Game> {
  /** Whether to hold each request against the catalogue before it is sent; so where nothing is said. */
  readonly validate?: boolean;
  /** How failed attempts are repeated, which they are where it is safe (`isRetryable`); `false` never. */
  readonly retry?: RetryOptions | false;
  /** Encrypts and decrypts bodies, for calls that ask for it. */
  readonly bodyCodec?: BodyCodec;
  /** Are told of every call and see no secret. */
  readonly observers?: readonly Observer[];
  /**
   * Told once of each deprecated endpoint that is called. Where nothing is said, the process is warned;
   * `false` is silence.
   */
  readonly onDeprecation?: ((notice: DeprecationNotice) => void) | false;
}

/** What one call may say beside its request. */
export interface CallOptions {
  /** The player's platform, where the endpoint serves several and the client has an app on each. */
  readonly platform?: Platform | undefined;
  /** A text that comes back in the reply: letters, digits and underscores. */
  readonly msdkExtInfo?: string | undefined;
  /** 1 asks for https in the avatar URLs of the reply. */
  readonly ishttps?: 0 | 1 | undefined;
  /** The version of MSDK in the player's client. */
  readonly version?: string | undefined;
  /** What the player's device is, as their client reports it. */
  readonly opua?: string | undefined;
  readonly conn?: 0 | 1 | undefined;
  readonly encrypt?: boolean | undefined;
  /** Milliseconds until the call is given up. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Headers beside those of the protocol, which they do not replace. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}
