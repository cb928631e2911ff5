import type { Words } from '../../../templates/validators/words.js';
import type { HarEntryProblemKind, HarProblemKind } from '../input/har.js';
import type { HttpProblemKind } from '../input/http-message.js';
import type { JsonSyntaxErrorKind } from '../input/json-text.js';
import type { Problem, ProblemHint, ProblemParams } from '../problem.js';

/** The words for problems in one language. */
export interface ProblemWords {
  readonly messages: { readonly [C in keyof ProblemParams]: (params: ProblemParams[C]) => string };
  readonly hints: {
    readonly [K in ProblemHint['kind']]: (hint: Extract<ProblemHint, { kind: K }>) => string;
  };
  /** What is wrong with the JSON, given what was found; both as parts of a sentence. */
  readonly json: Readonly<Record<JsonSyntaxErrorKind, string>>;
  readonly har: Readonly<Record<HarProblemKind | HarEntryProblemKind, string>>;
  readonly http: Readonly<Record<HttpProblemKind, string>>;
}

/** All words of a language: for what the examination finds, and for the problems around it. */
export interface Vocabulary {
  readonly details: Words;
  readonly problems: ProblemWords;
}

/** A problem's message and suggestion. */
export function wordedProblem(
  { messages, hints }: ProblemWords,
  { code, params, hint }: Problem,
): { readonly message: string; readonly suggestion?: string } {
  const say = messages[code] as (params: Problem['params']) => string;
  if (hint === undefined) return { message: say(params) };
  const suggest = hints[hint.kind] as (hint: ProblemHint) => string;
  return { message: say(params), suggestion: suggest(hint) };
}
