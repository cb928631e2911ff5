import { pointerTo } from '../../finding.js';
import { isPlain, kindOf } from '../../value-kind.js';
import type { Found } from './found.js';

/** How deep JSON of a user's own may nest: a reply has a handful of levels. */
export const deepest = 64;

/**
 * Finds what JSON cannot say in a value, and what would harm those who merge it. A value that holds
 * another twice, or itself, costs no more than one that is written out.
 */
export function checkJson(value: unknown, pointer: string, found: Found): void {
  const depths = new Map<object, number>();
  const look = (part: unknown, at: string, depth: number): void => {
    if (found.full || isScalar(part)) return;
    if (typeof part !== 'object' || part === null) {
      found.add(at, `must be JSON, not ${kindOf(part)}`);
      return;
    }
    if (depth > deepest) {
      found.add(at, `nests deeper than ${deepest} levels`);
      return;
    }
    if ((depths.get(part) ?? -1) >= depth) return;
    depths.set(part, depth);
    if (Array.isArray(part))
      for (const [index, item] of part.entries()) look(item, `${at}/${index}`, depth + 1);
    else if (isPlain(part))
      for (const [name, member] of Object.entries(part)) {
        const below = pointerTo(at, name);
        if (name === '__proto__')
          found.add(below, 'must not be called __proto__', undefined, 'key');
        else look(member, below, depth + 1);
      }
    else found.add(at, 'must be plain JSON, not an object of a class');
  };
  look(value, pointer, 0);
}

function isScalar(value: unknown): boolean {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}
