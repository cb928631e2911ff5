import type { Mock } from '../../../templates/runtime/mock/options.js';
import type { Masking } from '../masking.js';
import type { AddedRules } from './added-rules.js';

/** What the routes work on. */
export interface AdminContext {
  readonly mock: Mock;
  readonly masking: Masking;
  readonly version: string;
  readonly rules: AddedRules;
}

/** A request to the admin surface, its body parsed where the route takes one. */
export interface AdminRequest {
  readonly query: (name: string) => string | undefined;
  readonly parameter: (name: string) => string;
  readonly body: unknown;
}

/** A reply: its status, and what becomes its JSON. */
export interface AdminReply {
  readonly status: 200 | 201 | 400 | 404;
  readonly body: object;
}

/** JSON Schema, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

/** A route with what its description says. What is served and what is described both come from here. */
export interface AdminRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/__msdk`, its parameters as `:name`. */
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly query?: readonly {
    readonly name: string;
    readonly description: string;
    readonly schema: Schema;
  }[];
  readonly body?: Schema;
  readonly replies: Readonly<
    Record<number, { readonly description: string; readonly schema: Schema }>
  >;
  readonly answer: (request: AdminRequest, context: AdminContext) => AdminReply;
}

/** Where the admin surface stands. */
export const adminBase = '/__msdk';

/** The reply that all went well. */
export const ok = (body: object): AdminReply => ({ status: 200, body });

/** An object with these members, all of them there. */
export const objectOf = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

/** The reply to what is done. */
export const done: Schema = objectOf({ ok: { const: true } });
