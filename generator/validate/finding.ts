/** A language in which findings are worded. */
export type Language = 'en' | 'zh' | 'ko';

/** Where in an input something stands. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What is wrong with a payload or with the file that holds it, in words, with everything a person needs. */
export interface PlacedFinding {
  readonly severity: 'error' | 'warning';
  /** Kebab-case and stable. What is deprecated has codes that start with `deprecated-`. */
  readonly code: string;
  /** What was expected and what was found. It shows no secret. */
  readonly message: string;
  /** JSON Pointer (RFC 6901) into the payload; the empty text for a payload as a whole. */
  readonly pointer: string;
  /** The endpoint's path; the empty text where none is known. */
  readonly endpoint: string;
  readonly spot: Spot;
  readonly suggestion?: string;
  /** `document:line` of the fact that is broken, several joined by commas. */
  readonly source?: string;
  /** The catalogue's sentence about the member. */
  readonly about?: string;
  /** The guilty lines with carets, without secrets; nothing where they would not help. */
  readonly frame: readonly string[];
}

/** What was found out about one exchange, or about a file that holds none. */
export interface PlacedVerdict {
  readonly file: string;
  /** The line on which the exchange starts. */
  readonly line: number;
  /** The endpoint's path; the empty text where none is known. */
  readonly endpoint: string;
  readonly findings: readonly PlacedFinding[];
}

/** What a whole run came to. */
export interface Summary {
  readonly files: number;
  /** Exchanges and payloads that were looked at. */
  readonly payloads: number;
  readonly errors: number;
  /** Warnings, those about what is deprecated among them. */
  readonly warnings: number;
  readonly deprecations: number;
  /** Findings that were left out because of `--max`. */
  readonly omitted: number;
}
