/** A type of JSON, as schemas name it. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

/** The types of JSON in words. */
export const described: Readonly<Record<JsonType, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
};

/** Whether JSON says a value as this type. */
export function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

/** Whether a value is an object, and no array. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether JSON says an object by its members: not by a method of its own, and not as nothing or a text. */
export function isPlain(object: object): boolean {
  const { toJSON } = object as { readonly toJSON?: unknown };
  return (
    typeof toJSON !== 'function' && Object.prototype.toString.call(object) === '[object Object]'
  );
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  return /^[aeiou]/.test(typeof value) ? `an ${typeof value}` : `a ${typeof value}`;
}

/** The value in one of the types, where it is only written in another. */
export function conversion(value: unknown, types: readonly JsonType[]): string | undefined {
  const wantsNumber = types.includes('integer') || types.includes('number');
  if (types.includes('string') && typeof value === 'number' && Number.isFinite(value))
    return `write ${JSON.stringify(String(value))}`;
  if (wantsNumber && typeof value === 'string' && /^-?\d{1,15}$/.test(value))
    return `write ${Number(value)}`;
  if (value === null) return 'leave it out instead';
  return undefined;
}
