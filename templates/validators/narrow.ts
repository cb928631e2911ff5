import { byteLength } from '../runtime/text.js';
import type { LimitFacts, MemberFacts } from './facts.js';
import type { Context, Notes } from './notes.js';
import { shownValue } from './values.js';

/** Holds a member's value against what narrows its type. */
export function narrow(
  notes: Notes,
  value: unknown,
  { constant, pattern, limits = [], type, secret }: MemberFacts,
  context: Context,
): void {
  if (constant !== undefined && value !== constant.value) {
    const allowed = [JSON.stringify(constant.value)];
    const shown = shownValue(value, secret === true);
    notes.broken(constant.basis, 'wrong-value', { allowed, shown }, context);
  }
  if (typeof value === 'string' && pattern !== undefined && !expression(pattern).test(value))
    notes.error('wrong-form', { pattern }, context);
  for (const limit of limits) {
    if (limit.unit === 'value' && typeof value === 'number' && type.kind !== 'string')
      within(notes, value, limit, context, ['out-of-range', 'out-of-range']);
    if (limit.unit === 'items' && Array.isArray(value))
      within(notes, value.length, limit, context, ['too-few-items', 'too-many-items']);
    if (limit.unit === 'characters' && typeof value === 'string')
      within(notes, Array.from(value).length, limit, context, ['too-short', 'too-long']);
    if (limit.unit === 'bytes') narrowBytes(notes, value, limit, context);
  }
}

/** Holds the bytes of a text, or of an object's JSON text, against a limit. */
export function narrowBytes(
  notes: Notes,
  value: unknown,
  limit: LimitFacts,
  context: Context,
): void {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (typeof value !== 'string' && !isObject) return;
  const text = typeof value === 'string' ? value : jsonText(value);
  if (text === undefined) notes.error('too-deep', { deepest }, context);
  else within(notes, byteLength(text), limit, context, ['too-short', 'too-long']);
}

/** How deeply a body may be nested: far more than any endpoint asks for. */
export const deepest = 64;

/** The JSON text of an object; nothing where it is nested too deep for one to be made. */
function jsonText(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

type Codes =
  | readonly ['out-of-range', 'out-of-range']
  | readonly ['too-few-items', 'too-many-items']
  | readonly ['too-short', 'too-long'];

function within(
  notes: Notes,
  found: number,
  { min, max, unit, basis, sources }: LimitFacts,
  context: Context,
  [low, high]: Codes,
): void {
  const counted = unit === 'bytes' ? 'bytes' : 'characters';
  const extra = { source: sources };
  if (min !== undefined && found < min)
    notes.broken(basis, low, { limit: min, found, bound: 'least', unit: counted }, context, extra);
  if (max !== undefined && found > max)
    notes.broken(basis, high, { limit: max, found, bound: 'most', unit: counted }, context, extra);
}

const expressions = new Map<string, RegExp>();

/** A pattern of the catalogue, compiled once. */
export function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}
