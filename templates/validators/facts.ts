/** On what a fact rests: a document's word, its examples, or a conclusion that nobody is held to. */
export type Basis = 'stated' | 'shown' | 'inferred';

/** A value's type as the catalogue declares it. */
export type TypeFacts =
  | { readonly kind: 'string' | 'int' | 'number' | 'bool' | 'json' | 'object' }
  | { readonly kind: 'struct' | 'enum'; readonly name: string }
  | { readonly kind: 'array' | 'map'; readonly of: TypeFacts }
  | { readonly kind: 'union'; readonly of: readonly TypeFacts[] };

/** How much of something a value may have. */
export interface LimitFacts {
  readonly unit: 'bytes' | 'characters' | 'items' | 'value';
  readonly min?: number;
  readonly max?: number;
  readonly basis: Basis;
  readonly sources: string;
}

/** That something ends or has ended. */
export interface EndingFacts {
  readonly status: 'deprecated' | 'stopped';
  /** ISO date, or year and month. */
  readonly date?: string;
  readonly replacedBy?: string;
  readonly sources: string;
}

/** What the catalogue knows of a member, save its words. Sources are `document:line`, joined by commas. */
export interface MemberFacts {
  readonly name: string;
  readonly type: TypeFacts;
  /** The basis on which the member must be there; left out where it need not be. */
  readonly required?: Basis;
  readonly constant?: { readonly value: string | number | boolean; readonly basis: Basis };
  readonly pattern?: string;
  readonly limits?: readonly LimitFacts[];
  readonly ending?: EndingFacts;
  readonly secret?: true;
  readonly sources: string;
}

/** The values of an enumeration. */
export interface EnumFacts {
  readonly type: 'int' | 'string';
  /** Whether values are bits that add up. */
  readonly mask?: true;
  /** The basis on which no other value is valid; left out where others may come. */
  readonly closed?: Basis;
  readonly values: readonly (number | string)[];
  /** Values that end or have ended, by their text. */
  readonly endings?: Readonly<Record<string, EndingFacts>>;
  readonly sources: string;
}

/** What the catalogue knows of an endpoint, save its words. */
export interface OperationFacts {
  readonly path: string;
  /** The member of the reply that carries the error text. */
  readonly envelope: 'msg' | 'message';
  readonly hasBody: boolean;
  readonly ending?: EndingFacts;
  readonly query: readonly MemberFacts[];
  readonly request: readonly MemberFacts[];
  /** The members of every reply, then the endpoint's own, which a reply of success has. */
  readonly response: readonly MemberFacts[];
  /** Members of the request that repeat a parameter of the query. */
  readonly repeats?: Readonly<Record<string, 'appid' | 'openid'>>;
  /** The limits of a request as a whole: bytes of its JSON text. */
  readonly limits?: readonly LimitFacts[];
  readonly structs: Readonly<Record<string, readonly MemberFacts[]>>;
  readonly enums: Readonly<Record<string, EnumFacts>>;
  /** The ids of the tables whose codes the endpoint answers with. */
  readonly tables: readonly string[];
  readonly sources: string;
}

/** The part of an exchange that is examined; replies strictly, or by the rules of lenient reading. */
export type Part = 'query' | 'request' | 'response' | 'lenient';
