import type { ErrorTable } from './error-table.js';
import type { Members } from './shape.js';

/** An account platform. */
export type Platform = 'qq' | 'wechat' | 'guest' | 'apple';

/**
 * One endpoint as data: where a call goes, where each fact of it travels, and how its reply is read.
 * The type parameters tie a call's types to it; no value of theirs exists.
 */
export interface Operation<Request extends object, Response extends object, Code extends number> {
  readonly id: string;
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly platforms: readonly Platform[];
  /** What a repeated call does: nothing, a change of the caller's own, a use of something up, a message to others. */
  readonly effect: 'read' | 'write' | 'consume' | 'push';
  readonly idempotent: boolean;
  /** The member of a reply that carries the error text. */
  readonly envelope: 'msg' | 'message';
  /** The members of the request that travel in the query. */
  readonly query: readonly string[];
  /** The members of the request that travel in the body; undefined where there is no body. */
  readonly body?: readonly string[];
  /** The members of the body that repeat the query, with the type they have there. */
  readonly repeats: Readonly<Record<string, 'appid' | 'numeric-appid' | 'openid'>>;
  readonly reply: Members;
  readonly errors: readonly ErrorTable[];
  readonly types?: { readonly request: Request; readonly response: Response; readonly code: Code };
}
