import { validateInput, validateLength } from './check-input.js';
import { findingsOfCall, findingsOfClient } from './check-options.js';
import type { Finding } from './finding.js';
import type { AnyOperation } from './operation.js';
import type { CallOptions, ClientOptions } from './options.js';

/** How a client holds what it is given against what it can take. Each gives everything that is wrong. */
export interface ArgumentChecks {
  client(options: ClientOptions): readonly Finding[];
  call(options: CallOptions | null, endpoint: string): readonly Finding[];
  input(operation: AnyOperation, input: unknown): readonly Finding[];
  /** Looks at the text of a body as a whole. */
  body(operation: AnyOperation, text: string): readonly Finding[];
}

/** Holds options against their rules, and requests against the catalogue. */
export const argumentChecks: ArgumentChecks = {
  client: findingsOfClient,
  call: findingsOfCall,
  input: validateInput,
  body: validateLength,
};
