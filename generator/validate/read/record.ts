import type { Place, Range } from '../input/json-text.js';
import type { Problem } from '../problem.js';

/** A piece of an input that is read as a whole: a line, an entry of a capture, a file. */
export interface TextRecord {
  readonly file: string;
  readonly text: string;
  /** Where the text starts in its file, both from 1. */
  readonly line: number;
  readonly column: number;
}

/** A problem, and where in the record's text it stands. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly range: Range;
  readonly pointer?: string;
}

/** A body with its value, and where each part of it stands in the record's text. */
export interface BodyPart {
  readonly value: unknown;
  rangesOf(places: readonly Place[]): Range[];
}

/** The parameters of a query, texts by name unless it is wrong as a whole, and where each stands. */
export interface QueryPart {
  readonly parameters: unknown;
  readonly repeated: readonly string[];
  rangesOf(names: readonly string[]): Range[];
}

/** One call as far as a record tells of it. */
export interface Exchange {
  /** Where it goes, as it is written. */
  readonly address: string;
  /** Where in the record it says so, or starts. */
  place(): Range;
  readonly query?: QueryPart;
  readonly request?: BodyPart;
  readonly response?: BodyPart;
  /** What was found wrong while it was read. */
  readonly problems: readonly PlacedProblem[];
  /** A recorded request without a body. */
  readonly lacksBody?: boolean;
}

/** What a record holds: exchanges, and what is wrong with the rest of it. */
export interface ReadRecord {
  readonly exchanges: readonly Exchange[];
  readonly problems: readonly PlacedProblem[];
}

/** What the command was told about inputs that do not say it themselves. */
export interface ReadHints {
  readonly endpoint: string | undefined;
  readonly part: 'request' | 'response' | undefined;
  /** Whether members that stand twice are looked for where that is not done anyway. */
  readonly withDuplicates: boolean;
}
