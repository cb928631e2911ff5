import type { ErrorTable } from './error-table.js';
import type { InputSchema } from './input-schema.js';
import type { ObjectShape } from './shape.js';

/** An account platform. */
export type Platform = 'qq' | 'wechat' | 'guest' | 'apple';

/** The announced end of an endpoint. */
export interface Deprecation {
  /** ISO date, or year and month, from which it holds. */
  readonly date?: string;
  /** The path of the endpoint to call instead. */
  readonly replacedBy?: string;
  readonly text: string;
}

/**
 * One endpoint as data: where a call goes, what it takes, where each fact of it travels, and how its
 * reply is read. The type parameters tie a call's types to it; no value of theirs exists.
 */
export interface Operation<Request extends object, Response extends object, Code extends number> {
  readonly id: string;
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly platforms: readonly Platform[];
  /** What a repeated call does: nothing, a change of the caller's own, a use of something up, a message to others. */
  readonly effect: 'read' | 'write' | 'consume' | 'push';
  readonly idempotent: boolean;
  readonly deprecated?: Deprecation;
  /** The member of a reply that carries the error text. */
  readonly envelope: 'msg' | 'message';
  /** The members of the request that travel in the query. */
  readonly query: readonly string[];
  /** The members of the request that travel in the body; undefined where there is no body. */
  readonly body?: readonly string[];
  /** The members of the body that repeat the query, with the type they have there. */
  readonly repeats: Readonly<Record<string, 'appid' | 'numeric-appid' | 'openid'>>;
  /** What the caller gives, each fact once. */
  readonly input: InputSchema;
  /** The members whose values no message or log may show. */
  readonly secrets: readonly string[];
  readonly reply: ObjectShape;
  readonly errors: readonly ErrorTable[];
  readonly types?: { readonly request: Request; readonly response: Response; readonly code: Code };
}

/** The endpoints that a game on these platforms can call, of those whose platforms are told by name. */
export type Callable<Platforms, Served extends Platform> = {
  [Name in keyof Platforms]: [Extract<Platforms[Name], Served>] extends [never] ? never : Name;
}[keyof Platforms];

/** An operation whose types do not matter. */
export type AnyOperation = Operation<object, object, number>;
