/** How one value of a reply is to be read. */
export type Shape =
  | 'string'
  | 'int'
  | 'number'
  | 'bool'
  | 'json'
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly members: Members };

/** The members of an object, by name. */
export type Members = Readonly<Record<string, Shape>>;

/** Thrown where a value cannot be read as its shape by any of the declared rules. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  /** JSON Pointer (RFC 6901) of the value. */
  readonly pointer: string;
  constructor(pointer: string, expected: string) {
    super(`${pointer === '' ? 'the reply' : pointer} is not ${expected}`);
    this.pointer = pointer;
  }
}

/**
 * Reads an object by the declared rules of lenient reading: "1" for 1 and 1 for "1", "" and null for
 * nothing, [] for {} and {} for [], JSON text for what it holds. Members not yet known stay as they
 * are. Throws {@link Unreadable} where no rule applies.
 */
export function readMembers(
  value: object,
  members: Members,
  pointer = '',
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, raw] of Object.entries(value as Record<string, unknown>)) {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    const read = shape === undefined ? raw : readValue(raw, shape, `${pointer}/${name}`);
    if (read === undefined) continue;
    // A member called __proto__ must become a member, not a prototype.
    Object.defineProperty(result, name, {
      value: read,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return result;
}

function readValue(value: unknown, shape: Shape, pointer: string): unknown {
  if (shape === 'json') return value;
  if (value === null) return undefined;
  if (typeof shape === 'string') return readScalar(value, shape, pointer);
  if (value === '') return undefined;
  const data = typeof value === 'string' ? parseText(value) : value;
  if ('list' in shape) {
    if (Array.isArray(data))
      return data.map((item, index) => readValue(item, shape.list, `${pointer}/${index}`));
    if (isEmptyObject(data)) return [];
    throw new Unreadable(pointer, 'an array');
  }
  if (Array.isArray(data) && data.length === 0) return {};
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Unreadable(pointer, 'an object');
  if ('members' in shape) return readMembers(data, shape.members, pointer);
  return Object.fromEntries(
    Object.entries(data).map(([key, item]) => [
      key,
      readValue(item, shape.map, `${pointer}/${key}`),
    ]),
  );
}

function readScalar(
  value: unknown,
  shape: 'string' | 'int' | 'number' | 'bool',
  pointer: string,
): unknown {
  switch (shape) {
    case 'string':
      if (typeof value === 'string') return value;
      if (typeof value === 'number' || typeof value === 'boolean') return String(value);
      throw new Unreadable(pointer, 'a string');
    case 'bool':
      if (typeof value === 'boolean') return value;
      if (value === '') return undefined;
      if (value === 1 || value === '1' || value === 'true') return true;
      if (value === 0 || value === '0' || value === 'false') return false;
      throw new Unreadable(pointer, 'a boolean');
    default: {
      if (value === '') return undefined;
      if (typeof value === 'boolean') return Number(value);
      const number =
        typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
      if (typeof number !== 'number' || (shape === 'int' && !Number.isInteger(number)))
        throw new Unreadable(pointer, shape === 'int' ? 'an integer' : 'a number');
      return number;
    }
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
