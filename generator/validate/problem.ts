import type { HarEntryProblemKind, HarProblemKind } from './input/har.js';
import type { HttpProblemKind } from './input/http-message.js';
import type { JsonSyntaxErrorKind } from './input/json-text.js';

/** What can be wrong around a payload: with the exchange, its record, or the file. */
export interface ProblemParams {
  'invalid-json': { readonly kind: JsonSyntaxErrorKind; readonly found: string };
  'invalid-utf8': { readonly isUtf16: boolean };
  'byte-order-mark': object;
  'payload-too-long': { readonly limit: number };
  'empty-input': object;
  'unknown-endpoint': { readonly path: string };
  'foreign-host': { readonly host: string };
  'missing-endpoint': object;
  'missing-part': object;
  'nothing-to-check': object;
  'not-an-exchange': object;
  'duplicate-member': { readonly name: string };
  'repeated-parameter': { readonly name: string };
  'missing-body': object;
  'omitted-bodies': object;
  'no-calls': object;
  'wrong-status': { readonly status: number };
  'wrong-signature': { readonly key: string };
  'no-key': { readonly appid: string };
  'differs-from-query': { readonly name: string; readonly parameter: string };
  'unknown-error-code': { readonly ret: number; readonly code: number };
  'bad-har': { readonly kind: HarProblemKind | HarEntryProblemKind; readonly found: string };
  'bad-http-message': { readonly kind: HttpProblemKind; readonly found: string };
  'missing-file': { readonly argument: string };
  'empty-folder': { readonly argument: string };
  'no-match': { readonly argument: string };
  unreadable: { readonly name: string; readonly code: string };
  'not-a-file': { readonly argument: string };
  'more-findings': { readonly most: number };
}

/** Kebab-case and stable. */
export type ProblemCode = keyof ProblemParams;

/** Findings of one kind past which no more are listed of one part. */
export const mostDetails = 10_000;

/** A problem that is only a warning; all others are errors. */
export const warningCodes: readonly ProblemCode[] = [
  'byte-order-mark',
  'repeated-parameter',
  'wrong-status',
  'no-key',
  'differs-from-query',
  'unknown-error-code',
  'no-calls',
  'more-findings',
];

/** Problems for which the command cannot read what it was given: exit code 2. */
export const unreadableCodes: readonly ProblemCode[] = [
  'missing-file',
  'empty-folder',
  'no-match',
  'unreadable',
  'not-a-file',
];

/** What to do about a problem. */
export type ProblemHint =
  | { readonly kind: 'did-you-mean'; readonly name: string }
  | { readonly kind: 'say-endpoint' }
  | { readonly kind: 'say-part' }
  | { readonly kind: 'raise-limit' }
  | { readonly kind: 'record-bodies' };

/** Everything about a problem but its words and its place. */
export type Problem = {
  [C in ProblemCode]: {
    readonly code: C;
    readonly params: ProblemParams[C];
    readonly hint?: ProblemHint;
    readonly source?: string;
  };
}[ProblemCode];
