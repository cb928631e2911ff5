import type { Detail } from './detail.js';
import { examineQuery } from './examine-query.js';
import { examine } from './examine.js';
import type { OperationFacts, Part } from './facts.js';
import { english, worded } from './words.js';

/** What is wrong with a payload, and where. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Kebab-case and stable. */
  readonly code: string;
  /** What was expected and what was found. It shows no value of a secret member. */
  readonly message: string;
  /** JSON Pointer (RFC 6901) of the guilty member, also of one that is missing. */
  readonly pointer: string;
  readonly endpoint: string;
  /** What to do. */
  readonly suggestion?: string;
  /** The `document:line` that states the broken fact, several joined by commas. */
  readonly source?: string;
}

/** The verdict on a payload: the payload itself, or everything that is wrong with it. */
export type Verdict =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Whether a value is as the catalogue says. */
export type Predicate = (value: unknown) => boolean;

/** An endpoint's compiled predicates, and its facts as JSON text. */
export interface Validator {
  readonly query: Predicate;
  readonly request: Predicate;
  readonly response: Predicate;
  readonly lenient: Predicate;
  readonly facts: string;
}

/** Findings past which no more are listed: who has so many needs no others. */
const most = 100;

/** The verdict on one part of an exchange. */
export function verdictOn(validator: Validator, part: Part, value: unknown): Verdict {
  if (accepts(validator[part], value))
    return { ok: true, value: value as Readonly<Record<string, unknown>> };
  const facts = factsOf(validator);
  const options = { warnings: false, most };
  const details =
    part === 'query' ? examineQuery(facts, value, options) : examine(facts, part, value, options);
  return { ok: false, findings: details.map((detail) => findingOf(detail, facts.path)) };
}

/** Whether a predicate accepts; one that a value is nested too deep for does not. */
function accepts(predicate: Predicate, value: unknown): boolean {
  try {
    return predicate(value);
  } catch {
    return false;
  }
}

const parsed = new WeakMap<Validator, OperationFacts>();

/** The facts of an endpoint, parsed once. */
export function factsOf(validator: Validator): OperationFacts {
  const known = parsed.get(validator) ?? (JSON.parse(validator.facts) as OperationFacts);
  parsed.set(validator, known);
  return known;
}

function findingOf(detail: Detail, endpoint: string): Finding {
  const { severity, code, pointer, source } = detail;
  const { message, suggestion } = worded(english, detail);
  const found = { severity, code, message, pointer, endpoint };
  return { ...found, ...(suggestion === undefined ? {} : { suggestion }), source };
}
