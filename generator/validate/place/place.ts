import { worded } from '../../../templates/validators/words.js';
import type { Language, Spot } from '../finding.js';
import type { Range } from '../input/json-text.js';
import type { Remark } from '../judge/judge.js';
import type { Knowledge } from '../knowledge.js';
import { warningCodes, type Problem } from '../problem.js';
import { wordedProblem, type Vocabulary } from '../words/words.js';
import type { Mask, Masked } from './mask.js';
import type { Sheet } from './sheet.js';
import type { RawFinding } from './raw.js';

/** What it takes to put findings into words and places. */
export interface Placing {
  readonly knowledge: Knowledge;
  readonly vocabulary: Vocabulary;
  readonly language: Language;
  readonly mask: Mask;
}

/** How much of a long line is kept on either side of what is guilty. */
const around = 200;

/** How much of what is guilty is kept: more than a frame has room for. */
const longestShown = 400;

/**
 * How a text starts of which parts can be shown: as an object, a list, or a message. Any other line may
 * be the rest of a secret whose name stood on a line before.
 */
const isWhole = /^\s*(?:[{[]|[A-Za-z]+[ /])/;

/** Puts the remarks on a record into words, each with its place in the file, in the order of their places. */
export function place(remarks: readonly Remark[], sheet: Sheet, placing: Placing): RawFinding[] {
  const sorted = [...remarks].sort((a, b) => a.range.start - b.range.start);
  return sorted.map((remark) => ({
    ...wordsOf(remark, sheet.masked, placing),
    spot: spotOf(remark.range, sheet),
    ...(isWhole.test(sheet.record.text) ? { snippet: snippetOf(remark.range, sheet) } : {}),
  }));
}

function wordsOf(
  remark: Remark,
  masked: Masked,
  placing: Placing,
): Omit<RawFinding, 'spot' | 'snippet'> {
  const found = factsOf(remark, masked, placing);
  const { message, pointer, suggestion } = found;
  return {
    ...found,
    message: masked.words(message),
    pointer: masked.words(pointer),
    ...(suggestion === undefined ? {} : { suggestion: masked.words(suggestion) }),
  };
}

function factsOf(
  remark: Remark,
  masked: Masked,
  { knowledge, vocabulary, language }: Placing,
): Omit<RawFinding, 'spot' | 'snippet'> {
  const { pointer, endpoint } = remark;
  if ('problem' in remark) {
    const problem = withoutSecrets(remark.problem, remark.range, masked.text);
    return { ...problemWords(problem, vocabulary), pointer, endpoint };
  }
  const { detail } = remark;
  const about =
    detail.owner === 'endpoint'
      ? knowledge.sentenceOfEndpoint(endpoint, language)
      : knowledge.sentence(endpoint, detail.owner, detail.member, language);
  return {
    severity: detail.severity,
    code: detail.code,
    ...worded(vocabulary.details, detail),
    pointer,
    endpoint,
    source: detail.source,
    ...(about === undefined ? {} : { about }),
  };
}

/** A problem in words. */
export function problemWords(
  problem: Problem,
  { problems }: Vocabulary,
): Pick<RawFinding, 'severity' | 'code' | 'message' | 'suggestion' | 'source'> {
  const { code, source } = problem;
  return {
    severity: warningCodes.includes(code) ? 'warning' : 'error',
    code,
    ...wordedProblem(problems, problem),
    ...(source === undefined ? {} : { source }),
  };
}

/** What was found where JSON or HTTP is broken, as far as it is no part of a secret. */
function withoutSecrets(problem: Problem, { start }: Range, masked: string): Problem {
  if (problem.code !== 'invalid-json' && problem.code !== 'bad-http-message') return problem;
  const { found } = problem.params;
  // A single sign betrays nothing, whatever it is a part of.
  const isSign = found.length === 1;
  const shown =
    isSign || isWhole.test(masked) ? masked.slice(start, start + found.length) : undefined;
  const params = { ...problem.params, found: shown === found ? found : '' };
  return { ...problem, params } as Problem;
}

function spotOf({ start, end }: Range, { record, lines }: Sheet): Spot {
  const { file, line, column } = record;
  const from = lines.at(start);
  const to = lines.at(end);
  const shift = (at: typeof from): typeof from => ({
    line: at.line + line - 1,
    column: at.line === 1 ? at.column + column - 1 : at.column,
  });
  const [first, last] = [shift(from), shift(to)];
  return {
    file,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
  };
}

/** The guilty line of a text, cut where it is long. */
function snippetOf(range: Range, sheet: Sheet): NonNullable<RawFinding['snippet']> {
  const { start } = range;
  const end = Math.min(range.end, start + longestShown);
  const { start: from, end: lineEnd } = sheet.lines.around(start);
  const [cutStart, cutEnd] = [Math.max(from, start - around), Math.min(lineEnd, end + around)];
  const text = sheet.masked.text.slice(cutStart, Math.max(cutStart, cutEnd)).replace(/\r$/, '');
  const head = cutStart > from ? '…' : '';
  const tail = cutEnd < lineEnd ? '…' : '';
  return {
    text: head + text + tail,
    start: start - cutStart + head.length,
    end: Math.min(end, lineEnd) - cutStart + head.length,
  };
}
