import type { JsonType } from './value-kind.js';

/**
 * The keywords of JSON Schema (2020-12) by which a request is checked, and the catalogue's own for bytes.
 * The root is an object without other members, and need not say so.
 */
export interface InputSchema {
  readonly type?: JsonType;
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | InputSchema;
  readonly items?: InputSchema;
  readonly anyOf?: readonly InputSchema[];
  /** The name of a schema in the root's `$defs`. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, InputSchema>>;
  readonly enum?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-msdk-min-bytes'?: number;
  readonly 'x-msdk-max-bytes'?: number;
}
