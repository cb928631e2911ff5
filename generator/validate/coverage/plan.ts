import type { ErrorKey, ErrorTable } from '../../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../../templates/validators/facts.js';
import { errorPlan } from './error-plan.js';
import { memberPlans } from './member-plan.js';
import { endpointTarget, type CountedPart, type Target } from './target.js';

/** Gives a target the number of its count. */
export type Register = (target: Target) => number;

/** Where in a payload of an endpoint what is counted, made once so that counting makes no texts. */
export interface OperationPlan {
  readonly endpoint: number;
  readonly parts: Readonly<Record<CountedPart, readonly MemberPlan[]>>;
  readonly errors: ErrorPlan;
}

/** A member, with what is counted within its value. */
export interface MemberPlan {
  readonly name: string;
  readonly slot: number;
  readonly isRequired: boolean;
  readonly constant: string | number | boolean | undefined;
  /** Whether the empty text stands for a value that is not there. */
  readonly emptyIsNothing: boolean;
  readonly within: ValuePlan | undefined;
}

/** What is counted within a value. */
export type ValuePlan =
  | { readonly kind: 'list' | 'map'; readonly of: ValuePlan }
  | { readonly kind: 'struct'; readonly members: readonly MemberPlan[] }
  | { readonly kind: 'choice'; readonly of: readonly ValuePlan[] }
  | EnumPlan;

/** The counts of an enumeration's values. */
export interface EnumPlan {
  readonly kind: 'enum';
  readonly isInteger: boolean;
  readonly isMask: boolean;
  /** Whether a value also counts in another type than the declared one: "1" for 1. */
  readonly isLoose: boolean;
  readonly slots: ReadonlyMap<number | string, number>;
}

/** The tables whose codes an endpoint answers with, and the counts of their rows. */
export interface ErrorPlan {
  readonly tables: readonly ErrorTable[];
  readonly slots: ReadonlyMap<string, ReadonlyMap<ErrorKey, number>>;
}

/** The plan for an endpoint. Everything that can be counted is registered, and nothing else. */
export function planOf(
  facts: OperationFacts,
  tables: ReadonlyMap<string, ErrorTable>,
  register: Register,
): OperationPlan {
  return {
    endpoint: register(endpointTarget(facts.path)),
    parts: {
      query: memberPlans(facts, 'query', register),
      request: memberPlans(facts, 'request', register),
      response: memberPlans(facts, 'response', register),
    },
    errors: errorPlan(facts, tables, register),
  };
}

/** Everything that payloads of an endpoint can exercise, each thing once. */
export function targetsOf(
  facts: OperationFacts,
  tables: ReadonlyMap<string, ErrorTable>,
): readonly Target[] {
  const targets = new Map<string, Target>();
  planOf(facts, tables, (target) => {
    targets.set(target.key, target);
    return 0;
  });
  return [...targets.values()];
}
