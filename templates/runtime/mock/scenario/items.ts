import { isObject } from '../../value-kind.js';
import type { Found } from './found.js';
import type { ListShape, Shape } from './shape.js';

/** Holds each item of a list against its shape, and the items against each other. */
export function checkItems(
  shape: ListShape,
  items: readonly unknown[],
  pointer: string,
  found: Found,
  below: (shape: Shape, value: unknown, pointer: string) => void,
): void {
  for (const [index, item] of items.entries()) {
    if (found.full) return;
    below(shape.of, item, `${pointer}/${index}`);
  }
  if (shape.distinct === true) checkTwice(items, pointer, found);
  for (const name of shape.unique ?? []) {
    const values = items.map((item) => (isObject(item) ? own(item, name) : undefined));
    checkTwice(values, pointer, found, name);
  }
}

/** Finds texts and numbers that stand in a list for the second time. They may be secret, and are not shown. */
function checkTwice(
  values: readonly unknown[],
  pointer: string,
  found: Found,
  member?: string,
): void {
  const first = new Map<unknown, number>();
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const before = first.get(value);
    if (before === undefined) first.set(value, index);
    else if (member === undefined)
      found.add(`${pointer}/${index}`, `stands here twice, also as ${pointer}/${before}`);
    else
      found.add(`${pointer}/${index}/${member}`, `is also the ${member} of ${pointer}/${before}`);
  }
}

/** A member of the object's own. */
export function own(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
