import {
  completeMember,
  parseType,
  type Lookup,
  type MemberEntries,
  type MemberEntry,
  type Presence,
  type TypeExpression,
} from '../load/index.js';
import type { DataPath } from '../diagnostics/index.js';
import { isRecord } from './walk.js';

/** What is wrong with a value, and where in the value. */
export interface Misfit {
  readonly path: DataPath;
  readonly reason: string;
  /** Where a member is not known: the members that are. */
  readonly known?: readonly string[];
}

/** Holds a JSON object against an entry's members: every stated and shown fact, and no unknown member. */
export function misfitsOfMembers(
  value: Readonly<Record<string, unknown>>,
  members: MemberEntries,
  lookup: Lookup,
  path: DataPath = [],
): Misfit[] {
  const found: Misfit[] = [];
  for (const name of Object.keys(value))
    if (!Object.hasOwn(members, name))
      found.push({
        path: [...path, name],
        reason: `${name} is not a member`,
        known: Object.keys(members),
      });
  for (const [name, entry] of Object.entries(members)) {
    const member = completeMember(entry, lookup);
    if (Object.hasOwn(value, name))
      found.push(...misfitsOfMember(value[name], member, lookup, [...path, name]));
    else if (isDemanded(member.required))
      found.push({ path, reason: `the required member ${name} is missing` });
  }
  return found;
}

function isDemanded(presence: Presence | undefined): boolean {
  if (presence === undefined) return false;
  if (typeof presence === 'string') return presence !== 'inferred';
  return presence.basis !== 'inferred' && presence.when === undefined;
}

function misfitsOfMember(
  value: unknown,
  member: MemberEntry,
  lookup: Lookup,
  path: DataPath,
): Misfit[] {
  // Values joined by commas travel as one string, whatever the values are.
  const type = member.encoding === 'comma-separated' ? 'string' : (member.type ?? 'json');
  const found = misfitsOfType(value, parseType(type), member, lookup, path);
  if (found.length > 0) return found;
  const say = (reason: string): void => void found.push({ path, reason });
  if (
    member.const !== undefined &&
    member.const.basis !== 'inferred' &&
    value !== member.const.value
  )
    say(`it is not ${JSON.stringify(member.const.value)}`);
  if (member.pattern !== undefined && typeof value === 'string' && !matches(value, member.pattern))
    say(`it does not match ${member.pattern}`);
  for (const { min = -Infinity, max = Infinity, unit, basis } of member.limits ?? []) {
    if (basis === 'inferred') continue;
    const size = sizeOf(value, unit);
    if (size !== undefined && (size < min || size > max))
      say(`${size} ${unit} is outside ${min} to ${max}`);
  }
  return found;
}

/** Whether a text matches a pattern; one that is no regular expression is for another law to tell. */
function matches(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

/** The size of a value in a unit; undefined where the unit does not apply to it. */
function sizeOf(value: unknown, unit: string): number | undefined {
  if (unit === 'value') return typeof value === 'number' ? value : undefined;
  if (unit === 'items') return Array.isArray(value) ? value.length : undefined;
  if (typeof value !== 'string') return undefined;
  return unit === 'bytes' ? new TextEncoder().encode(value).length : Array.from(value).length;
}

function misfitsOfType(
  value: unknown,
  type: TypeExpression,
  member: MemberEntry,
  lookup: Lookup,
  path: DataPath,
): Misfit[] {
  const wrong = (expected: string): Misfit[] => [{ path, reason: `it is not ${expected}` }];
  switch (type.kind) {
    case 'union': {
      const tries = type.of.map((part) => misfitsOfType(value, part, member, lookup, path));
      return tries.some((misfits) => misfits.length === 0) ? [] : (tries[0] ?? []);
    }
    case 'array':
      if (!Array.isArray(value)) return wrong('an array');
      return value.flatMap((item, index) =>
        misfitsOfType(item, type.of, member, lookup, [...path, index]),
      );
    case 'map':
      if (!isRecord(value)) return wrong('an object');
      return Object.entries(value).flatMap(([key, item]) =>
        misfitsOfType(item, type.of, member, lookup, [...path, key]),
      );
    case 'primitive':
      if (type.name === 'object' && member.members !== undefined)
        return isRecord(value)
          ? misfitsOfMembers(value, member.members, lookup, path)
          : wrong('an object');
      return isPrimitive(value, type.name) ? [] : wrong(type.name);
    case 'named': {
      const struct = lookup.structs.get(type.name);
      if (struct !== undefined)
        return isRecord(value)
          ? misfitsOfMembers(value, struct.entry.members, lookup, path)
          : wrong('an object');
      const found = lookup.enums.get(type.name)?.entry;
      if (found === undefined) return [];
      if (!isPrimitive(value, found.type)) return wrong(found.type);
      const closed =
        found.closed !== undefined && found.closed !== 'inferred' && found.combine !== 'or';
      return closed && !found.values.some((known) => known.value === value)
        ? wrong(`one of ${found.name}`)
        : [];
    }
  }
}

function isPrimitive(value: unknown, name: string): boolean {
  switch (name) {
    case 'string':
      return typeof value === 'string';
    case 'int':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'object':
      return isRecord(value);
    default:
      return true;
  }
}
