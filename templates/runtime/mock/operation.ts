import type { Validator } from '../../validators/validate.js';
import type { FailureCarrier } from './failure.js';

/** A table of errors that an endpoint may answer with: its codes, or first codes of ranges, and their texts. */
export interface MockErrorTable extends FailureCarrier {
  readonly id: string;
  readonly rows: readonly (readonly [code: number, text: string])[];
}

/** One endpoint as the mock serves it. */
export interface MockOperation {
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly envelope: 'msg' | 'message';
  readonly platforms: readonly string[];
  /** The query parameters that a call must carry beside the fixed ones. */
  readonly query: readonly string[];
  readonly hasBody: boolean;
  readonly validator: Validator;
  /** Replies by the names of their examples, the one that shows success first. */
  readonly examples: readonly (readonly [name: string, reply: Readonly<Record<string, unknown>>])[];
  readonly errors: readonly MockErrorTable[];
}
