import type { EnumPlan } from './plan.js';

/** The largest number whose bits can be looked at. */
const mostBits = 0x7fffffff;

const integer = /^-?\d{1,15}$/;

/** Counts a documented value, or of a mask each documented bit that is set. */
export function countEnumerated(value: unknown, plan: EnumPlan, hit: (slot: number) => void): void {
  const read = plan.isInteger ? asInteger(value, plan.isLoose) : asText(value, plan.isLoose);
  if (read === undefined) return;
  if (plan.isMask && typeof read === 'number' && read !== 0) return countBits(read, plan, hit);
  const slot = plan.slots.get(read);
  if (slot !== undefined) hit(slot);
}

function countBits(bits: number, { slots }: EnumPlan, hit: (slot: number) => void): void {
  if (bits < 0 || bits > mostBits) return;
  for (const [bit, slot] of slots)
    if (typeof bit === 'number' && bit !== 0 && (bits & bit) === bit) hit(slot);
}

function asInteger(value: unknown, isLoose: boolean): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  if (!isLoose) return undefined;
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'string' && integer.test(value) ? Number(value) : undefined;
}

function asText(value: unknown, isLoose: boolean): string | undefined {
  if (typeof value === 'string') return value;
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  return isLoose && isScalar ? String(value) : undefined;
}
