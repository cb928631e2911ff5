import type {
  Action,
  Basis,
  CarriedBy,
  Contradiction,
  Effect,
  Encoding,
  ErrorScope,
  Format,
  Hole,
  Language,
  Limit,
  Platform,
  ReceivedForm,
  Scalar,
  ServiceEntry,
} from '../load/index.js';

/** A text in all languages. */
export type FullText = Readonly<Record<Language, string>>;

/** A type in which every name is known. */
export type Type =
  | { readonly kind: 'string' | 'int' | 'number' | 'bool' | 'json' | 'object' }
  | { readonly kind: 'struct'; readonly name: string }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'array' | 'map'; readonly of: Type }
  | { readonly kind: 'union'; readonly of: readonly Type[] };

export interface Lifecycle {
  readonly status: 'since' | 'discouraged' | 'deprecated' | 'stopped';
  /** ISO date, or year and month. */
  readonly date?: string;
  readonly replacedBy?: string;
  readonly text: FullText;
  readonly sources: readonly string[];
}

export interface Member {
  /** The name on the wire, which is also the property's name in TypeScript. */
  readonly name: string;
  readonly type: Type;
  readonly presence: {
    readonly required: boolean;
    readonly basis: Basis;
    /** The condition under which it must be there, or may be left out. */
    readonly when?: FullText;
    /** Whether the condition is one under which it must be there. */
    readonly demandedWhen: boolean;
  };
  readonly received: readonly ReceivedForm[];
  readonly encoding?: Encoding;
  readonly constant?: { readonly value: Scalar; readonly basis: Basis };
  readonly default?: Scalar;
  readonly format?: Format;
  readonly pattern?: string;
  readonly limits: readonly Limit[];
  /** The fixed query parameter whose value the member repeats. */
  readonly repeats?: 'appid' | 'openid';
  /** The enum of suffixes that may be appended to the value. */
  readonly suffixes?: string;
  readonly secret: boolean;
  readonly text: FullText;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly string[];
}

export interface Struct {
  readonly name: string;
  readonly text: FullText;
  readonly members: readonly Member[];
  readonly limits: readonly Limit[];
  readonly sources: readonly string[];
}

export interface EnumValue {
  readonly value: number | string;
  readonly name: string;
  readonly text: FullText;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly string[];
}

export interface Enum {
  readonly name: string;
  readonly type: 'int' | 'string';
  /** Whether values are bits that add up to a mask. */
  readonly mask: boolean;
  /** The basis on which no other value is valid; undefined where others may come. */
  readonly closed?: Basis;
  readonly text: FullText;
  readonly values: readonly EnumValue[];
  readonly sources: readonly string[];
}

export interface ErrorCode {
  /** The code, or the first of a range; undefined where the error is known by its words only. */
  readonly code?: number;
  /** The last code of a range. */
  readonly to?: number;
  /** The words by which the error is known. */
  readonly match?: string;
  readonly text: FullText;
  readonly advice?: FullText;
  readonly action: Action;
  readonly retry: 'safe' | 'later' | 'never';
  readonly basis: Basis;
  readonly sources: readonly string[];
}

export interface ErrorTable {
  readonly id: string;
  /** The table's name in TypeScript. */
  readonly name: string;
  readonly carriedBy: CarriedBy;
  readonly wrappedBy?: -10000 | -20000;
  /** For carriedBy detail: the command in the text by which the table is known. */
  readonly command?: string;
  readonly scope: ErrorScope;
  readonly title: FullText;
  readonly codes: readonly ErrorCode[];
  readonly sources: readonly string[];
}

export interface Example {
  readonly name: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  readonly sources: readonly string[];
}

export interface Operation {
  readonly path: string;
  readonly module: string;
  /** The last part of the path: the name of the endpoint's files. */
  readonly file: string;
  /** The method of the module's client: `verifyLogin`. */
  readonly method: string;
  /** The name that is unique over all modules: `authVerifyLogin`; also the OpenAPI operationId. */
  readonly id: string;
  /** What the names of its types start with: `AuthVerifyLogin`. */
  readonly typeName: string;
  readonly httpMethod: 'POST' | 'GET';
  readonly platforms: readonly Platform[];
  readonly effect: Effect;
  readonly idempotent: boolean;
  /** The member that carries the error text. */
  readonly envelope: 'msg' | 'message';
  readonly hasBody: boolean;
  readonly title: FullText;
  readonly text: FullText;
  readonly notes: readonly { readonly text: FullText; readonly sources: readonly string[] }[];
  readonly lifecycle?: Lifecycle;
  readonly query: readonly Member[];
  readonly request: readonly Member[];
  readonly response: readonly Member[];
  readonly limits: readonly Limit[];
  /** The structs written inside the entry itself. */
  readonly structs: readonly Struct[];
  /** Every table whose codes the endpoint may answer with. */
  readonly tables: readonly ErrorTable[];
  readonly examples: readonly Example[];
  readonly contradictions: readonly Contradiction[];
  readonly holes: readonly Hole[];
  readonly sources: readonly string[];
}

export interface Module {
  readonly name: string;
  /** The other name under which the server knows the module. */
  readonly aliases: readonly string[];
  readonly operations: readonly Operation[];
}

/** The catalogue with every reference resolved, every name decided and everything in order; frozen. */
export interface Model {
  readonly service: ServiceEntry;
  /** The query parameters that every call may carry. */
  readonly fixedQuery: readonly Member[];
  /** The members that a reply may carry beside the endpoint's own. */
  readonly envelope: readonly Member[];
  readonly modules: readonly Module[];
  readonly operations: readonly Operation[];
  readonly structs: readonly Struct[];
  readonly enums: readonly Enum[];
  readonly tables: readonly ErrorTable[];
}
