/** What can be wrong with a text that is to be JSON. */
export type JsonSyntaxErrorKind =
  // the whole
  | 'empty'
  | 'unexpected-end'
  | 'trailing-text'
  | 'byte-order-mark'
  // strings
  | 'unterminated-string'
  | 'line-break-in-string'
  | 'control-character'
  | 'bad-escape'
  | 'unescaped-quote'
  | 'single-quotes'
  | 'typographic-quotes'
  // numbers and words
  | 'bad-number'
  | 'not-finite'
  | 'wrong-literal'
  | 'unquoted-text'
  | 'unquoted-key'
  // signs
  | 'trailing-comma'
  | 'leading-comma'
  | 'duplicate-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  | 'wrong-bracket'
  | 'fullwidth-punctuation'
  | 'comment'
  | 'bad-space'
  | 'unexpected-character';

/** The first thing that is wrong with a text that is to be JSON. */
export interface JsonSyntaxError {
  /** Where to point: at what is wrong, or to where what is missing belongs. */
  readonly offset: number;
  readonly kind: JsonSyntaxErrorKind;
  /** What stands there, cut where it is long; the empty text at the end. It may be part of a secret. */
  readonly found: string;
  /** Where the bracket stands that is not closed, or is closed by one of the other kind. */
  readonly opened?: number;
}

/** The most of what was found that is told. */
const most = 40;

/** Makes an error whose `found` is not too long, and does not end within a character. */
export function syntaxError(
  kind: JsonSyntaxErrorKind,
  offset: number,
  found: string,
  opened?: number,
): JsonSyntaxError {
  const cut = found.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return {
    offset,
    kind,
    found: found.length > most ? cut : found,
    ...(opened === undefined ? {} : { opened }),
  };
}
