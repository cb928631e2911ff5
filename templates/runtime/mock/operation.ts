import type { Validator } from '../../validators/validate.js';
import type { FailureCarrier } from './failure.js';

/**
 * An error of a table: its code, or the first of a range; its text; the class that tells what to do next;
 * and the last code of a range.
 */
export type MockErrorRow = readonly [code: number, text: string, errType: string, to?: number];

/** A table of errors that an endpoint may answer with. */
export interface MockErrorTable extends FailureCarrier {
  readonly id: string;
  readonly rows: readonly MockErrorRow[];
}

/** That an endpoint is on its way out, or gone. */
export interface MockEnding {
  /** The day since which it is deprecated, as `2015-06-30`, where one is known. */
  readonly deprecated?: string;
  /** The day on which it stopped, where one is known. */
  readonly stopped?: string;
  /** The path of the endpoint to call instead. */
  readonly replacedBy?: string;
}

/** One endpoint as the mock serves it. */
export interface MockOperation {
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly envelope: 'msg' | 'message';
  readonly platforms: readonly ('qq' | 'wechat' | 'guest' | 'apple')[];
  /** The query parameters that a call must carry beside the fixed ones. */
  readonly query: readonly string[];
  readonly hasBody: boolean;
  /** The texts of the body that a call must carry and that no document shows to be empty. */
  readonly filled: readonly string[];
  /** The member of the body, or the query parameter, that carries the player's access token. */
  readonly token?: 'accessToken' | 'access_token' | 'openkey';
  /** The lists of the body that may also come as their JSON text. */
  readonly textLists: readonly string[];
  readonly ending?: MockEnding;
  readonly validator: Validator;
  /** Replies by the names of their examples, the one that shows success first. */
  readonly examples: readonly (readonly [name: string, reply: Readonly<Record<string, unknown>>])[];
  /** The endpoint's own tables first. */
  readonly errors: readonly MockErrorTable[];
}
