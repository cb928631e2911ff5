/** What a server takes on before it refuses. */
export interface Limits {
  /** Bytes of a body, as it is sent and as it is unpacked. */
  readonly maxBody: number;
  /** Connections at a time. */
  readonly maxConnections: number;
  /** Milliseconds until the headers of a request have to be there, and until the whole of it has. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** Milliseconds between two looks at who is late. */
  readonly checkEvery: number;
  /** Milliseconds for which a connection is kept that asks for nothing. */
  readonly keepAlive: number;
  /** Milliseconds that running requests are given when the server stops. */
  readonly drain: number;
}

/** The limits where nothing else is said. */
export const defaultLimits: Limits = {
  maxBody: 2 * 1024 * 1024,
  maxConnections: 4096,
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  checkEvery: 2_000,
  keepAlive: 60_000,
  drain: 5_000,
};
