import { nearest } from '../runtime/suggest.js';
import type { EnumFacts } from './facts.js';
import { endingOf, meant, type Context, type Notes } from './notes.js';
import { shownValue } from './values.js';

/** The largest number whose bits can be looked at. */
const mostBits = 0x7fffffff;

/**
 * Holds a value of the right type against an enumeration: an error where no other values are valid, a
 * warning where others may come but none is documented, or where the value has ended.
 */
export function examineEnumerated(
  notes: Notes,
  value: number | string,
  facts: EnumFacts,
  context: Context,
): void {
  const isSecret = context.member?.secret === true;
  const shown = shownValue(value, isSecret);
  const ending = facts.endings?.[String(value)];
  if (ending !== undefined) {
    const { params, extra } = endingOf(ending);
    notes.warn('deprecated-value', { shown, ...params }, context, extra);
  }
  const allowed = facts.values.map((one) => JSON.stringify(one));
  const extra = { source: facts.sources };
  if (facts.mask === true) {
    if (!isWithinMask(value, facts))
      notes.warn('undocumented-value', { documented: allowed, shown }, context, extra);
    return;
  }
  if (facts.values.includes(value)) return;
  const isText = typeof value === 'string' && !isSecret;
  const near = isText ? nearest(value, facts.values.map(String)) : undefined;
  const hint = meant(near);
  if (facts.closed === undefined)
    notes.warn('undocumented-value', { documented: allowed, shown }, context, { ...extra, hint });
  else notes.broken(facts.closed, 'wrong-value', { allowed, shown }, context, { ...extra, hint });
}

/** Whether a number has only bits that are documented. */
function isWithinMask(value: number | string, { values }: EnumFacts): boolean {
  const all = values.reduce<number>((bits, bit) => bits | Number(bit), 0);
  return Number(value) >= 0 && Number(value) <= mostBits && (Number(value) & ~all) === 0;
}
