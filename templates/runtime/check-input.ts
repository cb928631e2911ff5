import { finding, pointerTo, type Finding } from './finding.js';
import type { InputSchema } from './input-schema.js';
import type { AnyOperation } from './operation.js';
import { nearest } from './suggest.js';
import { byteLength } from './text.js';

/**
 * Holds what a caller gives against what the endpoint takes: every finding, in the order of the
 * members. A member that is undefined counts as left out. What the catalogue only infers is not held
 * against anyone.
 */
export function validateInput(operation: AnyOperation, input: unknown): Finding[] {
  const check = new InputCheck(operation);
  check.whole(input, operation.input);
  return check.findings;
}

/** Holds the length of a body's text against what the endpoint takes. */
export function validateLength({ path, input }: AnyOperation, body: string): Finding[] {
  const most = input['x-msdk-max-bytes'] ?? Infinity;
  if (body.length * 3 <= most) return [];
  const length = byteLength(body);
  const message = `has ${length} bytes as a whole, where ${most} are allowed`;
  return length > most ? [finding('too-long', message, '', path)] : [];
}

/** What the client fills in: given by a caller too, it would stand there twice. */
const filledIn: readonly string[] = ['appid', 'timestamp', 'sig', 'encode'];

/** How deeply a request may be nested: far more than any endpoint asks for. */
const deepest = 64;

class InputCheck {
  readonly findings: Finding[] = [];
  readonly #endpoint: string;
  readonly #defs: Readonly<Record<string, InputSchema>>;
  readonly #secrets: readonly string[];
  #depth = 0;

  constructor({ path, input, secrets }: AnyOperation) {
    this.#endpoint = path;
    this.#defs = input.$defs ?? {};
    this.#secrets = secrets;
  }

  /** Holds an input against its schema: an object without other members. */
  whole(input: unknown, schema: InputSchema): void {
    if (isObject(input)) this.#object(input, schema, '', false);
    else this.#wrongType(input, ['object'], '', false);
  }

  /** Holds one value against its schema. */
  value(value: unknown, schema: InputSchema, pointer: string, isSecret: boolean): void {
    if (++this.#depth > deepest)
      this.#add('wrong-form', 'leads back to itself, or is nested too deeply', pointer);
    else this.#at(value, schema, pointer, isSecret);
    this.#depth--;
  }

  #at(value: unknown, schema: InputSchema, pointer: string, isSecret: boolean): void {
    if (schema.$ref !== undefined)
      return this.value(value, this.#defs[schema.$ref] ?? {}, pointer, isSecret);
    if (schema.anyOf !== undefined) return this.#anyOf(value, schema.anyOf, pointer, isSecret);
    if (schema.type !== undefined && !isOfType(value, schema.type))
      return this.#wrongType(value, [schema.type], pointer, isSecret);
    if (schema.enum !== undefined) this.#oneOf(value, schema.enum, pointer, isSecret);
    if (typeof value === 'string') this.#text(value, schema, pointer);
    else if (typeof value === 'number') this.#number(value, schema, pointer);
    else if (Array.isArray(value)) this.#list(value, schema, pointer);
    else if (isObject(value)) this.#object(value, schema, pointer);
    else if (schema.type === undefined && value !== null && typeof value !== 'boolean')
      this.#add('wrong-type', `must be what JSON can say, not a ${typeof value}`, pointer);
  }

  #text(text: string, schema: InputSchema, pointer: string): void {
    const { pattern, minLength, maxLength } = schema;
    if (pattern !== undefined && !expression(pattern).test(text))
      this.#add('wrong-form', `must match ${pattern}`, pointer);
    const { 'x-msdk-min-bytes': minBytes, 'x-msdk-max-bytes': maxBytes } = schema;
    if (minBytes !== undefined || maxBytes !== undefined)
      this.#within(byteLength(text), [minBytes, maxBytes], 'bytes of UTF-8', lengthCodes, pointer);
    // Beside a limit of bytes that of characters is only its shadow.
    const most = maxBytes === undefined ? maxLength : undefined;
    if (minLength !== undefined || most !== undefined)
      this.#within(Array.from(text).length, [minLength, most], 'characters', lengthCodes, pointer);
  }

  #number(number: number, { minimum, maximum }: InputSchema, pointer: string): void {
    this.#within(number, [minimum, maximum], '', ['out-of-range', 'out-of-range'], pointer);
  }

  #list(list: readonly unknown[], schema: InputSchema, pointer: string): void {
    const { items, minItems, maxItems } = schema;
    const codes = ['too-few-items', 'too-many-items'] as const;
    this.#within(list.length, [minItems, maxItems], 'items', codes, pointer);
    for (const [index, item] of list.entries())
      this.value(item, items ?? {}, `${pointer}/${index}`, false);
  }

  #object(
    object: object,
    { properties = {}, required = [], additionalProperties = {} }: InputSchema,
    pointer: string,
    others: false | InputSchema = additionalProperties,
  ): void {
    const members = object as Readonly<Record<string, unknown>>;
    for (const name of required)
      if (!Object.hasOwn(members, name) || members[name] === undefined)
        this.#add('missing-member', 'is missing', pointerTo(pointer, name));
    for (const name of Object.keys(members)) {
      const member = members[name];
      if (member === undefined) continue;
      const known = Object.hasOwn(properties, name) ? properties[name] : others;
      if (known === undefined || known === false)
        this.#unknown(name, Object.keys(properties), pointer);
      else this.value(member, known, pointerTo(pointer, name), this.#secrets.includes(name));
    }
  }

  #unknown(name: string, known: readonly string[], pointer: string): void {
    const near = nearest(name, known);
    const suggestion =
      pointer === '' && filledIn.includes(name)
        ? 'leave it out: the client fills it in'
        : near === undefined
          ? `it takes ${known.join(', ')}`
          : `did you mean ${JSON.stringify(near)}?`;
    this.#add('unknown-member', 'is not a member here', pointerTo(pointer, name), suggestion);
  }

  #oneOf(
    value: unknown,
    known: readonly (string | number | boolean)[],
    pointer: string,
    isSecret: boolean,
  ): void {
    if (known.some((one) => one === value)) return;
    const shown = known.map((one) => JSON.stringify(one)).join(' or ');
    const near =
      isSecret || typeof value !== 'string' ? undefined : nearest(value, known.map(String));
    const suggestion = near === undefined ? undefined : `did you mean ${JSON.stringify(near)}?`;
    this.#add('wrong-value', `must be ${shown}`, pointer, suggestion);
  }

  /** Speaks of the one alternative that has the value's type, where there is one. */
  #anyOf(
    value: unknown,
    schemas: readonly InputSchema[],
    pointer: string,
    isSecret: boolean,
  ): void {
    const resolved = schemas.map((schema) =>
      schema.$ref === undefined ? schema : (this.#defs[schema.$ref] ?? {}),
    );
    const before = this.findings.length;
    const alike = resolved.filter(({ type }) => type === undefined || isOfType(value, type));
    if (alike.length === 0) {
      const types = resolved.flatMap(({ type }) => type ?? []);
      return this.#wrongType(value, types, pointer, isSecret);
    }
    for (const [index, schema] of alike.entries()) {
      const so = this.findings.length;
      this.value(value, schema, pointer, isSecret);
      if (this.findings.length === so) return void this.findings.splice(before);
      if (index > 0) this.findings.splice(so);
    }
  }

  #wrongType(
    value: unknown,
    types: readonly (InputSchema['type'] & string)[],
    pointer: string,
    isSecret: boolean,
  ): void {
    const expected = [...new Set(types)].map((type) => described[type]).join(' or ');
    const suggestion = isSecret ? undefined : conversion(value, types);
    this.#add('wrong-type', `must be ${expected}, not ${kindOf(value)}`, pointer, suggestion);
  }

  #within(
    amount: number,
    [min = -Infinity, max = Infinity]: readonly [number | undefined, number | undefined],
    unit: string,
    [low, high]: readonly [string, string],
    pointer: string,
  ): void {
    const verb = unit === '' ? 'be' : 'have';
    const counted = unit === '' ? '' : ` ${unit}`;
    const has = unit === '' ? '' : `; it has ${amount}`;
    if (amount < min) this.#add(low, `must ${verb} at least ${min}${counted}${has}`, pointer);
    if (amount > max) this.#add(high, `must ${verb} at most ${max}${counted}${has}`, pointer);
  }

  #add(code: string, message: string, pointer: string, suggestion?: string): void {
    this.findings.push(finding(code, message, pointer, this.#endpoint, suggestion));
  }
}

const lengthCodes = ['too-short', 'too-long'] as const;

const expressions = new Map<string, RegExp>();

/** A pattern of the catalogue, compiled once. */
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}

const described = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
} as const;

function isOfType(value: unknown, type: keyof typeof described): boolean {
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

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value);
  return /^[aeiou]/.test(typeof value) ? `an ${typeof value}` : `a ${typeof value}`;
}

/** The value in one of the types, where it is only written in another. */
function conversion(
  value: unknown,
  types: readonly (keyof typeof described)[],
): string | undefined {
  const wantsNumber = types.includes('integer') || types.includes('number');
  if (types.includes('string') && typeof value === 'number' && Number.isFinite(value))
    return `write ${JSON.stringify(String(value))}`;
  if (wantsNumber && typeof value === 'string' && /^-?\d{1,15}$/.test(value))
    return `write ${Number(value)}`;
  if (value === null) return 'leave it out instead';
  return undefined;
}
