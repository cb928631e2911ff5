import type { Language } from '../../validate/finding.js';
import { locate, type Range } from '../../validate/input/json-text.js';
import type { Knowledge } from '../../validate/knowledge.js';
import type { RawFinding } from '../../validate/place/raw.js';
import { readExchangeObject } from '../../validate/read/exchange-object.js';
import type { RunOptions } from '../../validate/run/options.js';
import { setUp, verdictsOn, type Workbench } from '../../validate/run/workbench.js';
import type { Entry } from '../record/entry.js';

/** The part of an exchange that is at fault; undefined for the exchange as a whole. */
export type FaultyPart = 'query' | 'request' | 'response';

/** What is wrong with an exchange, as `msdk validate` says it. It shows no secret. */
export interface JudgedFinding {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly endpoint: string;
  readonly part: FaultyPart | undefined;
  readonly suggestion?: string;
  readonly source?: string;
}

/** Holds exchanges against the catalogue. */
export interface Judge {
  readonly judge: (entry: Entry) => Promise<readonly JudgedFinding[]>;
}

/** What the lenient reading of a reply lets pass without a word, and what yet is drift. */
const silent = new Set(['unknown-member', 'undocumented-value']);

/**
 * Judges as `msdk validate --lenient` does: requests strictly, replies as they come from the wire. In
 * replies it also warns of members and values that the catalogue does not have.
 */
export function createJudge(knowledge: Knowledge, language: Language = 'en'): Judge {
  const lenient = setUp(optionsFor(language, true), knowledge);
  const strict = setUp(optionsFor(language, false), knowledge);
  return {
    async judge(entry) {
      const text = JSON.stringify(entry);
      const ranges = rangesIn(text);
      const found = await findingsIn(text, lenient);
      const told = found.map((finding) => judged(finding, ranges));
      if (entry.response === undefined) return told;
      const more = await findingsIn(text, strict);
      const drift = more
        .map((finding) => judged(finding, ranges))
        .filter(({ code, part }) => part === 'response' && silent.has(code));
      return [...told, ...drift.map((one) => ({ ...one, severity: 'warning' as const }))];
    },
  };
}

function optionsFor(language: Language, isLenient: boolean): RunOptions {
  return {
    validators: '',
    language,
    isLenient,
    keys: undefined,
    baseUrls: [],
    maxBytes: Infinity,
    hints: { endpoint: undefined, part: undefined, withDuplicates: false },
    format: undefined,
    everyVerdict: true,
    withCoverage: false,
  };
}

async function findingsIn(text: string, workbench: Workbench): Promise<readonly RawFinding[]> {
  const record = { file: '', text, line: 1, column: 1 };
  const exchange = readExchangeObject(JSON.parse(text), text, '', workbench.options.hints);
  const verdicts = await verdictsOn(record, { exchanges: [exchange], problems: [] }, workbench);
  return verdicts.flatMap(({ findings }) => findings);
}

type Ranges = readonly (readonly [part: FaultyPart, range: Range])[];

function rangesIn(text: string): Ranges {
  const parts = ['query', 'request', 'response'] as const;
  const whole = locate(text, '', 'value');
  return parts.flatMap((part) => {
    const range = locate(text, `/${part}`, 'value');
    // What is not there is told by the bracket of the whole.
    return range.start === whole.start ? [] : [[part, range] as const];
  });
}

function judged(finding: RawFinding, ranges: Ranges): JudgedFinding {
  const { severity, code, message, pointer, endpoint, suggestion, source, spot } = finding;
  const at = spot.column - 1;
  const part = ranges.find(([, range]) => range.start <= at && at < range.end)?.[0];
  return {
    severity,
    code,
    message,
    pointer,
    endpoint,
    part: code === 'wrong-status' ? 'response' : part,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(source === undefined ? {} : { source }),
  };
}
