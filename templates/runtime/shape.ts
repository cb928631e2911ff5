import { pointerTo } from './finding.js';
import { parseJson, Unreadable } from './json.js';

/** How one value of a reply is to be read. */
export type Shape =
  | 'string'
  | 'int'
  | 'number'
  | 'bool'
  | 'json'
  | { readonly list: Shape }
  | { readonly map: Shape }
  | ObjectShape;

/** How an object is to be read: its members, and those that it may not lack. */
export interface ObjectShape {
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}

/**
 * Reads an object by the declared rules of lenient reading: "1" for 1 and 1 for "1", "" and null for
 * nothing, [] for {} and {} for [], JSON text for what it holds. Members not yet known stay as they
 * are. Throws {@link Unreadable} where no rule applies, or a member is not there that may not be missing.
 */
export function readObject(
  value: object,
  { members, required }: ObjectShape,
  pointer = '',
): Record<string, unknown> {
  const given = value as Readonly<Record<string, unknown>>;
  const result: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const raw = given[name];
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    const isRead = shape === undefined || (shape === 'string' && typeof raw === 'string');
    const read = isRead ? raw : readValue(raw, shape, pointerTo(pointer, name));
    if (read !== undefined) result[name] = read;
  }
  for (const name of required)
    if (!Object.hasOwn(result, name)) throw new Unreadable(pointerTo(pointer, name), 'there');
  return result;
}

function readValue(value: unknown, shape: Shape, pointer: string): unknown {
  if (shape === 'json') return value;
  if (value === null || (value === '' && shape !== 'string'))
    return typeof shape === 'object' && 'list' in shape ? [] : undefined;
  if (typeof shape === 'string') return readScalar(value, shape, pointer);
  const data = typeof value === 'string' ? parseText(value, pointer) : value;
  const isEmpty = typeof data === 'object' && data !== null && Object.keys(data).length === 0;
  if ('list' in shape) {
    if (!Array.isArray(data) && !isEmpty) throw new Unreadable(pointer, 'an array');
    return (Array.isArray(data) ? data : [])
      .map((item, index) => readValue(item, shape.list, `${pointer}/${index}`))
      .filter((item) => item !== undefined);
  }
  if (typeof data !== 'object' || data === null || (Array.isArray(data) && !isEmpty))
    throw new Unreadable(pointer, 'an object');
  if ('members' in shape) {
    // An empty array is how an object that is not there is written; an empty object is one that lacks its members.
    const isAbsent = Array.isArray(data) && shape.required.length > 0;
    return isAbsent ? undefined : readObject(data, shape, pointer);
  }
  const entries = Object.entries(data).map(([key, item]) => [
    key,
    readValue(item, shape.map, pointerTo(pointer, key)),
  ]);
  return Object.fromEntries(entries);
}

/** What stands for true and for false. */
const truths: readonly unknown[] = [true, 1, '1', 'true'];
const falsehoods: readonly unknown[] = [false, 0, '0', 'false'];

function readScalar(
  value: unknown,
  shape: 'string' | 'int' | 'number' | 'bool',
  pointer: string,
): unknown {
  if (isScalar(value)) {
    if (shape === 'string') return String(value);
    if (shape === 'bool') {
      if (truths.includes(value)) return true;
      if (falsehoods.includes(value)) return false;
    } else {
      const isNumber = typeof value !== 'string' || /^-?\d+(\.\d+)?$/.test(value);
      const number = isNumber ? Number(value) : NaN;
      // An integer beyond 2^53 is none that a number can hold.
      const isHeld = shape === 'int' ? Number.isSafeInteger : Number.isFinite;
      if (isHeld(number)) return number;
    }
  }
  throw new Unreadable(pointer, `of type ${shape}`);
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value !== 'object';
}

/** JSON text as what it holds; other text as it is. */
function parseText(text: string, pointer: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(pointer, 'unambiguous JSON');
    return text;
  }
}
