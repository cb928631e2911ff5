/**
 * The catalogue's files as they are written, after their JSON Schemas (spec/schemas/) have accepted
 * them. These types mirror those schemas and say nothing of their own.
 */

export type Language = 'en' | 'zh' | 'ko';
export const languages: readonly Language[] = ['en', 'zh', 'ko'];

export type Text = Readonly<Partial<Record<Language, string>>>;
/** `document:line` or `document:first-last`. */
export type Source = string;
export type Basis = 'stated' | 'shown' | 'inferred';
export type Scalar = string | number | boolean;

export interface ExplainedPresence {
  readonly basis: Basis;
  readonly when?: Text;
  readonly sources?: readonly Source[];
}
export type Presence = Basis | ExplainedPresence;

export interface Limit {
  readonly min?: number;
  readonly max?: number;
  readonly unit: 'bytes' | 'characters' | 'items' | 'value';
  readonly of?: readonly string[];
  readonly basis: Basis;
  readonly text?: Text;
  readonly sources: readonly Source[];
}

export interface Constant {
  readonly value: Scalar;
  readonly basis: Basis;
  readonly sources: readonly Source[];
}

export interface Lifecycle {
  readonly status: 'since' | 'discouraged' | 'deprecated' | 'stopped';
  readonly date?: string;
  readonly replacedBy?: string;
  readonly text: Text;
  readonly sources: readonly Source[];
}

export type ReceivedForm =
  'string' | 'int' | 'number' | 'bool' | 'null' | 'array' | 'object' | 'json-text' | 'empty-string';

export type Encoding =
  | 'json-text'
  | 'json-text-percent-encoded'
  | 'percent-encoded-bytes'
  | 'comma-separated'
  | 'decimal-digits';

export type Format =
  | 'ipv4'
  | 'url'
  | 'unix-seconds'
  | 'unix-milliseconds'
  | 'seconds'
  | 'md5'
  | 'date-time'
  | 'openid'
  | 'percent';

export interface MemberEntry {
  readonly use?: string;
  readonly type?: string;
  readonly received?: readonly ReceivedForm[];
  readonly encoding?: Encoding;
  readonly required?: Presence;
  readonly optional?: Presence;
  readonly const?: Constant;
  readonly default?: Scalar;
  readonly format?: Format;
  readonly pattern?: string;
  readonly limits?: readonly Limit[];
  readonly repeats?: 'query.appid' | 'query.openid';
  /** The enum of suffixes that may be appended to the value. */
  readonly suffixes?: string;
  readonly secret?: boolean;
  readonly members?: MemberEntries;
  readonly text?: Text;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly Source[];
}
export type MemberEntries = Readonly<Record<string, MemberEntry>>;

export interface Contradiction {
  readonly about: string;
  readonly kind: string;
  readonly dangerous?: boolean;
  readonly says: Readonly<Record<string, readonly Source[]>>;
  readonly decided?: string;
  readonly by?: string;
  readonly why?: string;
  readonly open?: true;
}

export interface Note {
  readonly text: Text;
  readonly sources: readonly Source[];
}

export interface Hole {
  readonly about: string;
  readonly text: Text;
  readonly sources: readonly Source[];
}

/** What every entry may hold beside its facts. */
export interface Evidence {
  readonly contradictions?: readonly Contradiction[];
  readonly holes?: readonly Hole[];
}

export interface ExampleEntry {
  readonly name: string;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  readonly sources: readonly Source[];
}

export type Platform = 'qq' | 'wechat' | 'guest' | 'apple';
export type Effect = 'read' | 'write' | 'consume' | 'push';

export interface EndpointEntry extends Evidence {
  readonly path: string;
  readonly method: 'POST' | 'GET';
  readonly platforms: readonly Platform[];
  readonly effect: Effect;
  readonly idempotent?: boolean;
  readonly envelope: 'msg' | 'message';
  readonly title: Text;
  readonly text: Text;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly Source[];
  readonly notes?: readonly Note[];
  readonly query?: MemberEntries;
  readonly body?: 'json' | 'none';
  readonly request?: MemberEntries;
  readonly response?: MemberEntries;
  readonly limits?: readonly Limit[];
  readonly errors?: readonly string[];
  readonly examples: readonly ExampleEntry[];
}

/** A struct (PascalCase name) or a group of shared members (camelCase name). */
export interface TypeEntry extends Evidence {
  readonly name: string;
  readonly text: Text;
  readonly sources: readonly Source[];
  readonly members: MemberEntries;
  readonly limits?: readonly Limit[];
}

export interface EnumValueEntry {
  readonly value: number | string;
  readonly name: string;
  readonly text: Text;
  readonly attributes?: Readonly<Record<string, Scalar | readonly unknown[]>>;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly Source[];
}

export interface EnumEntry extends Evidence {
  readonly name: string;
  readonly type: 'int' | 'string';
  readonly combine?: 'or';
  readonly closed?: Basis;
  readonly text: Text;
  readonly sources: readonly Source[];
  readonly values: readonly EnumValueEntry[];
}

export type Action =
  | 'none'
  | 'retry'
  | 'reauthorise'
  | 'refresh-token'
  | 'fix-request'
  | 'give-up'
  | 'contact-support';

export interface ErrorCodeEntry {
  readonly code?: number;
  readonly to?: number;
  readonly match?: string;
  readonly text: Text;
  readonly advice?: Text;
  readonly action: Action;
  readonly retry: 'safe' | 'later' | 'never';
  readonly basis: Basis;
  readonly lifecycle?: Lifecycle;
  readonly sources: readonly Source[];
}

/** Where a table's numbers stand in a reply. */
export type CarriedBy = 'ret' | 'wrapped' | 'platCode' | 'err_type' | 'text' | 'detail';
/** Which endpoints answer with a table's codes. */
export type ErrorScope = 'all' | 'qq' | 'wechat' | 'guest' | 'listed' | 'undocumented';

export interface ErrorTableEntry extends Evidence {
  readonly id: string;
  readonly carriedBy: CarriedBy;
  readonly wrappedBy?: -10000 | -20000;
  /** For carriedBy detail: the command in the text by which the table is known. */
  readonly command?: string;
  readonly scope: ErrorScope;
  readonly title: Text;
  readonly text?: Text;
  readonly sources: readonly Source[];
  readonly codes: readonly ErrorCodeEntry[];
}

export interface DocumentEntry {
  readonly title: Text;
  readonly language: Language;
  readonly edition: string;
  readonly rank: number;
  readonly lines: number;
  readonly sha256: string;
}
export type SourcesFile = Readonly<Record<string, DocumentEntry>>;
