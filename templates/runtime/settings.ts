import { RequestError } from './errors.js';
import type { ClientOptions } from './options.js';
import { fetchTransport } from './transport/fetch.js';
import type { Transport } from './transport/transport.js';

/** The options that a client decides where they say nothing. */
type Defaulted = 'encode' | 'timeout' | 'maxReplyBytes' | 'interceptors' | 'encrypt' | 'now';

/** A client's options with everything decided. */
export interface Settings
  extends Omit<ClientOptions, Defaulted>, Required<Pick<ClientOptions, Defaulted>> {
  /** Scheme, host and port. */
  readonly origin: string;
  /** What stands before each endpoint's path; without a slash at its end. */
  readonly basePath: string;
  readonly transport: Transport;
}

/** Decides what a client's options leave open. Throws a {@link RequestError} with everything that is wrong with them. */
export function settingsOf(options: ClientOptions): Settings {
  const findings = options.checks?.client(options) ?? [];
  if (findings.length > 0) throw new RequestError('', findings);
  const {
    encode = 2,
    timeout = 3100,
    maxReplyBytes = 8 * 2 ** 20,
    interceptors = [],
    encrypt = false,
    now = Date.now,
    transport = fetchTransport(options.fetch),
  } = options;
  const { origin, pathname } = new URL(options.baseUrl);
  return {
    ...options,
    encode,
    timeout,
    maxReplyBytes,
    interceptors,
    encrypt,
    now,
    transport,
    origin,
    basePath: pathname.replace(/\/+$/, ''),
  };
}
