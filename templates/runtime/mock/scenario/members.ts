import { pointerTo } from '../../finding.js';
import type { Found } from './found.js';
import { own } from './items.js';
import type { Needed, ObjectShape, Shape } from './shape.js';
import { listed, meantOrKnown } from './words.js';

/** Holds an object's members against their shapes, and against each other. A member that is undefined is not there. */
export function checkMembers(
  shape: ObjectShape,
  value: object,
  pointer: string,
  found: Found,
  below: (shape: Shape, value: unknown, pointer: string) => void,
): void {
  const names = Object.keys(value).filter((name) => own(value, name) !== undefined);
  for (const name of names) {
    if (found.full) return;
    const at = pointerTo(pointer, name);
    const member = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (member !== undefined) below(shapeOf(member), own(value, name), at);
    else
      found.add(at, 'is not a member here', meantOrKnown(name, Object.keys(shape.members)), 'key');
  }
  const lacking = Object.entries(shape.members).flatMap(([name, member]) =>
    'needed' in member && !names.includes(name) ? [name] : [],
  );
  if (lacking.length > 0) found.add(pointer, `lacks ${listed(lacking, 'and')}`, undefined, 'key');
  checkTogether(shape, names, pointer, found);
}

/** The shape of a member, whether it must be there or not. */
export function shapeOf(member: Shape | Needed): Shape {
  return 'needed' in member ? member.needed : member;
}

function checkTogether(
  { members, single, apart = [], beside = {} }: ObjectShape,
  names: readonly string[],
  pointer: string,
  found: Found,
): void {
  const has = (name: string): boolean => names.includes(name);
  const known = Object.keys(members);
  if (single === true && known.filter(has).length !== 1)
    found.add(pointer, `must have exactly one of ${listed(known)}`);
  const kinds = apart.flatMap((group) => group.filter(has).slice(0, 1));
  if (kinds.length > 1)
    found.add(pointer, `says ${listed(kinds, 'and')}, of which only one can be`);
  for (const [name, others] of Object.entries(beside))
    if (has(name) && !others.some(has))
      found.add(pointerTo(pointer, name), `says nothing without ${listed(others)}`);
}
