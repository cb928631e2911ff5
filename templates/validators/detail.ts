/** A type of JSON in a message. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** A value that is shown as it stands, undefined where it is long, a secret, or no scalar. */
export type Shown = string | undefined;

/** What each kind of finding has to say. */
export interface Params {
  'missing-member': { readonly name: string };
  'unknown-member': { readonly name: string };
  'wrong-type': {
    readonly expected: readonly JsonType[];
    readonly found: JsonType;
    readonly shown: Shown;
  };
  'wrong-value': { readonly allowed: readonly string[]; readonly shown: Shown };
  'undocumented-value': { readonly documented: readonly string[]; readonly shown: Shown };
  'wrong-form': { readonly pattern: string };
  'out-of-range': Bounds;
  'too-short': Bounds & { readonly unit: 'bytes' | 'characters' };
  'too-long': Bounds & { readonly unit: 'bytes' | 'characters' };
  'too-few-items': Bounds;
  'too-many-items': Bounds;
  'too-deep': { readonly deepest: number };
  'deprecated-endpoint': Ended;
  'deprecated-member': Ended & { readonly name: string };
  'deprecated-value': Ended & { readonly shown: Shown };
}

interface Bounds {
  readonly limit: number;
  readonly found: number;
  readonly bound: 'least' | 'most';
}

interface Ended {
  readonly status: 'deprecated' | 'stopped';
  readonly date: string | undefined;
}

/** Kebab-case and stable. */
export type Code = keyof Params;

/** What to do about a finding. */
export type Hint =
  | { readonly kind: 'did-you-mean'; readonly name: string }
  | { readonly kind: 'use-instead'; readonly name: string }
  | { readonly kind: 'known-members'; readonly names: readonly string[] }
  | { readonly kind: 'write'; readonly json: string }
  | { readonly kind: 'leave-out' };

/** Everything about a finding but its words. */
export type Detail = { [C in Code]: DetailOf<C> }[Code];

/** A finding of one kind. */
export interface DetailOf<C extends Code> extends Whereabouts {
  readonly code: C;
  readonly params: Params[C];
}

interface Whereabouts {
  readonly severity: 'error' | 'warning';
  /** Whether the fact that is broken is one that was only inferred. */
  readonly isInferred: boolean;
  /** JSON Pointer (RFC 6901) of the guilty member, also of one that is missing. */
  readonly pointer: string;
  /** Whether the member's name is at fault, or its value. */
  readonly of: 'key' | 'value';
  /** The part, or the name of the struct, whose member it is about. */
  readonly owner: string;
  /** The member's name where the catalogue knows it. */
  readonly member: string | undefined;
  /** `document:line` of the fact, several joined by commas. */
  readonly source: string;
  readonly hint: Hint | undefined;
}
