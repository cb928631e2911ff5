import type { MemberPlan, ValuePlan } from './plan.js';

/**
 * The alternatives that a value is counted by. An object is one of a single struct: of that whose
 * members fit best, the first of several. A number may be a value of many enumerations, and nobody
 * can tell of which it was meant to be one, so that each counts it.
 */
export function bestOf(plans: readonly ValuePlan[], value: unknown): readonly ValuePlan[] {
  if (typeof value !== 'object' || value === null) return plans;
  if (Array.isArray(value)) return firstOf(plans, 'list');
  let best: ValuePlan | undefined;
  let bestFit: Fit = { present: -1, lacking: 0 };
  for (const plan of plans) {
    if (plan.kind !== 'struct') continue;
    const fit = fitOf(plan.members, value as Readonly<Record<string, unknown>>);
    if (!isBetter(fit, bestFit)) continue;
    best = plan;
    bestFit = fit;
  }
  return best === undefined ? firstOf(plans, 'map') : [best];
}

function firstOf(plans: readonly ValuePlan[], kind: ValuePlan['kind']): readonly ValuePlan[] {
  const first = plans.find((plan) => plan.kind === kind);
  return first === undefined ? [] : [first];
}

interface Fit {
  readonly present: number;
  /** Members that must be there and are not, or that must have another value. */
  readonly lacking: number;
}

function fitOf(members: readonly MemberPlan[], object: Readonly<Record<string, unknown>>): Fit {
  let present = 0;
  let lacking = 0;
  for (const { name, isRequired, constant } of members) {
    const isThere = Object.hasOwn(object, name);
    if (isThere && (constant === undefined || object[name] === constant)) present++;
    else if (isThere || isRequired) lacking++;
  }
  return { present, lacking };
}

function isBetter(fit: Fit, than: Fit): boolean {
  return fit.present === than.present ? fit.lacking < than.lacking : fit.present > than.present;
}
