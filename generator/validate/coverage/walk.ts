import { isObject } from '../is-object.js';
import { countEnumerated } from './enumerated.js';
import { bestOf } from './choice.js';
import type { MemberPlan, ValuePlan } from './plan.js';

/** An object of a payload. */
export type Members = Readonly<Record<string, unknown>>;

/** Adds one to the count of a slot. */
export type Hit = (slot: number) => void;

/** How deeply a payload is looked into, as the examination of it does. */
const deepest = 64;

/** Counts the members that an object has, and what stands within them. */
export function countMembers(
  object: Members,
  plans: readonly MemberPlan[],
  hit: Hit,
  depth = 0,
): void {
  for (const { name, slot, emptyIsNothing, within } of plans) {
    const value = object[name];
    if (value === undefined || value === null || !Object.hasOwn(object, name)) continue;
    if (emptyIsNothing && value === '') continue;
    hit(slot);
    if (within !== undefined) countValue(value, within, hit, depth + 1);
  }
}

function countValue(value: unknown, plan: ValuePlan, hit: Hit, depth: number): void {
  if (depth > deepest) return;
  switch (plan.kind) {
    case 'enum':
      return countEnumerated(value, plan, hit);
    case 'list':
      if (Array.isArray(value))
        for (const item of value as readonly unknown[]) countValue(item, plan.of, hit, depth + 1);
      return;
    case 'map':
      if (isObject(value))
        for (const name of Object.keys(value)) countValue(value[name], plan.of, hit, depth + 1);
      return;
    case 'struct':
      if (isObject(value)) countMembers(value, plan.members, hit, depth);
      return;
    case 'choice':
      for (const one of bestOf(plan.of, value)) countValue(value, one, hit, depth);
  }
}
