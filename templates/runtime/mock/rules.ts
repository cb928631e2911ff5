import { memberOf, stepsOf } from './pointer.js';
import type { Matcher, MockAnswer, MockRule } from './answer.js';

type Json = Readonly<Record<string, unknown>>;

/** A rule and how often it has matched. */
interface Standing {
  readonly rule: MockRule;
  matched: number;
}

/** The rules of a mock, of which the first that fits a request answers it. */
export class Rules {
  readonly #first: readonly MockRule[];
  #rules: Standing[] = [];

  constructor(rules: readonly MockRule[]) {
    this.#first = rules;
    this.reset();
  }

  /** Puts a rule before the others; gives back what takes it off again. */
  add(rule: MockRule): () => void {
    const standing = { rule, matched: 0 };
    this.#rules.unshift(standing);
    return () => void (this.#rules = this.#rules.filter((other) => other !== standing));
  }

  /** The answer of the first rule that fits, which is counted. */
  answerTo(endpoint: string, query: Json, body: Json): MockAnswer | undefined {
    for (const standing of this.#rules) {
      const { rule } = standing;
      if (rule.endpoint !== '*' && rule.endpoint !== endpoint) continue;
      if (!fits(rule, query, body)) continue;
      const { after = 0, times = Infinity } = rule;
      if (standing.matched >= after + times) continue;
      if (++standing.matched > after) return rule.answer;
    }
    return undefined;
  }

  /** Back to the rules of the start, as if none had matched. */
  reset(): void {
    this.#rules = this.#first.map((rule) => ({ rule, matched: 0 }));
  }
}

function fits({ when }: MockRule, query: Json, body: Json): boolean {
  const all = (matchers: Readonly<Record<string, Matcher>>, value: Json): boolean =>
    Object.entries(matchers).every(([name, matcher]) => matches(matcher, valueAt(value, name)));
  return all(when?.query ?? {}, query) && all(when?.body ?? {}, body);
}

/** A member by its name, or by a JSON Pointer (RFC 6901). */
function valueAt(root: unknown, name: string): unknown {
  if (!name.startsWith('/')) return memberOf(root, name);
  return stepsOf(name).reduce(memberOf, root);
}

function matches(matcher: Matcher, value: unknown): boolean {
  if (typeof matcher !== 'object' || matcher === null) return isSame(matcher, value);
  if ('oneOf' in matcher) return matcher.oneOf.some((one) => isSame(one, value));
  if ('matches' in matcher)
    return isScalar(value) && new RegExp(matcher.matches, 'u').test(String(value));
  return (value !== undefined) === matcher.present;
}

/** A number and its digits are the same (field-notes:20-21). */
function isSame(expected: unknown, value: unknown): boolean {
  return (
    expected === value ||
    (isScalar(expected) && isScalar(value) && String(expected) === String(value))
  );
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
