import type { ErrorTable } from '../../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../../templates/validators/facts.js';
import { countFailure } from './failures.js';
import { planOf, type OperationPlan } from './plan.js';
import type { CountedPart } from './target.js';
import { isObject } from '../is-object.js';
import { countMembers } from './walk.js';

/** How often each thing was seen, by the key of its target; what was not seen is not there. */
export type Counts = Readonly<Record<string, number>>;

/**
 * Counts what payloads exercise of their endpoints. Takes any value: what is not as the catalogue says
 * counts nothing but its endpoint. Its counts are plain data, which another counter takes up.
 */
export class CoverageCounter {
  readonly #tables: ReadonlyMap<string, ErrorTable>;
  readonly #slots = new Map<string, number>();
  readonly #counts: number[] = [];
  readonly #plans = new WeakMap<OperationFacts, OperationPlan>();
  readonly #hit = (slot: number): void => {
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1;
  };

  constructor(tables: ReadonlyMap<string, ErrorTable>) {
    this.#tables = tables;
  }

  /** Counts one part of an exchange; a query is given as texts by name, a reply as it came. */
  add(facts: OperationFacts, part: CountedPart, value: unknown): void {
    const plan = this.#planOf(facts);
    this.#hit(plan.endpoint);
    if (!isObject(value)) return;
    countMembers(value, plan.parts[part], this.#hit);
    if (part === 'response') countFailure(value, facts, plan.errors, this.#hit);
  }

  /** Adds what another counter has seen. */
  merge(counts: Counts): void {
    for (const [key, count] of Object.entries(counts)) {
      const slot = this.#slotOf(key);
      this.#counts[slot] = (this.#counts[slot] ?? 0) + count;
    }
  }

  counts(): Counts {
    const seen = [...this.#slots].map(([key, slot]) => [key, this.#counts[slot] ?? 0] as const);
    return Object.fromEntries(seen.filter(([, count]) => count > 0));
  }

  #planOf(facts: OperationFacts): OperationPlan {
    const known = this.#plans.get(facts);
    if (known !== undefined) return known;
    const plan = planOf(facts, this.#tables, ({ key }) => this.#slotOf(key));
    this.#plans.set(facts, plan);
    return plan;
  }

  #slotOf(key: string): number {
    const known = this.#slots.get(key);
    if (known !== undefined) return known;
    const slot = this.#counts.push(0) - 1;
    this.#slots.set(key, slot);
    return slot;
  }
}
