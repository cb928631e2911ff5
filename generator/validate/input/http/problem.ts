/** What can be wrong with a recorded HTTP message. */
export type HttpProblemKind =
  /** Nothing but white space. */
  | 'empty'
  /** The first line is neither a request line nor a status line. */
  | 'bad-start-line'
  /** What is asked for is neither a path nor an address. */
  | 'bad-target'
  /** A line among the headers is none. */
  | 'bad-header'
  /** The body starts where only a header may. */
  | 'missing-blank-line'
  /** The body starts as chunks do, and does not go on so. */
  | 'bad-chunk'
  /** The body is compressed; `found` is how. */
  | 'content-coding'
  /** Behind the exchange stands another. */
  | 'several-messages';

/** Why a text is not one recorded exchange. */
export interface HttpProblem {
  readonly offset: number;
  readonly kind: HttpProblemKind;
  /** What stands there, cut where it is long. It may be part of a secret. */
  readonly found: string;
}

/** Makes a problem about what stands at a place, up to the end of its line. */
export function httpProblem(kind: HttpProblemKind, offset: number, text: string): HttpProblem {
  return {
    offset,
    kind,
    found: /^[^\r\n]{0,40}/u.exec(text.slice(offset, offset + 80))?.[0] ?? '',
  };
}
