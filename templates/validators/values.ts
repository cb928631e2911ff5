import type { JsonType, Shown } from './detail.js';
import type { EnumFacts, TypeFacts } from './facts.js';

/** The longest value that a message shows. */
const longestShown = 60;

/** What a value of JSON is. */
export function jsonTypeOf(value: unknown): JsonType {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
    case 'bigint':
      return 'number';
    default:
      return 'object';
  }
}

/** A value as a message shows it: a scalar that is neither long nor secret. */
export function shownValue(value: unknown, isSecret: boolean): Shown {
  if (isSecret || value === undefined || typeof value === 'object') return undefined;
  // No JSON text can say infinity, which is what too large a number becomes.
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  const shown = JSON.stringify(value);
  return shown.length > longestShown ? undefined : shown;
}

/** A value's type in JSON, as declared; for an enumeration that of its values. */
export function declaredType(
  type: TypeFacts,
  enums: Readonly<Record<string, EnumFacts>>,
): JsonType[] {
  switch (type.kind) {
    case 'int':
      return ['integer'];
    case 'bool':
      return ['boolean'];
    case 'string':
    case 'number':
    case 'array':
    case 'object':
      return [type.kind];
    case 'struct':
    case 'map':
      return ['object'];
    case 'enum':
      return [enums[type.name]?.type === 'int' ? 'integer' : 'string'];
    case 'union':
      return [...new Set(type.of.flatMap((part) => declaredType(part, enums)))];
    case 'json':
      return [];
  }
}

/** Whether a value has one of these types; none stands for all. */
export function isOfTypes(value: unknown, types: readonly JsonType[]): boolean {
  if (types.length === 0) return true;
  const own = jsonTypeOf(value);
  return types.some(
    (type) => type === own || (type === 'integer' && own === 'number' && Number.isInteger(value)),
  );
}

const integerText = /^(-?[0-9]+)?$/;
const numberText = /^(-?[0-9]+(\.[0-9]+)?)?$/;
const truthValues: readonly unknown[] = [true, false, 0, 1, '0', '1', 'true', 'false', '', null];

/** Whether lenient reading takes a scalar for the declared type (service.yaml, lenientReading). */
export function isLooselyOf(value: unknown, type: 'string' | 'int' | 'number' | 'bool'): boolean {
  if (type === 'bool') return truthValues.includes(value);
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string')
    return type === 'string' || (type === 'int' ? integerText : numberText).test(value);
  return typeof value === 'number' && (type !== 'int' || Number.isInteger(value));
}

/** Whether lenient reading takes a value for a list or an object that is not there, or for its JSON text. */
export function standsForNothing(value: unknown, type: 'array' | 'object'): boolean {
  if (value === null || typeof value === 'string') return true;
  if (type === 'object') return Array.isArray(value) && value.length === 0;
  return typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;
}

/** The value in one of the declared types, where it is only written in another. */
export function rewritten(value: unknown, types: readonly JsonType[]): string | undefined {
  const wantsNumber = types.includes('integer') || types.includes('number');
  // Digits that a number cannot hold are lost by now.
  if (types.includes('string') && typeof value === 'number' && Math.abs(value) < 2 ** 53)
    return JSON.stringify(String(value));
  if (wantsNumber && typeof value === 'string' && /^-?(0|[1-9]\d{0,14})$/.test(value)) return value;
  return undefined;
}
