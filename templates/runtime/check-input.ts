import { finding, pointerTo, type Finding } from './finding.js';
import type { InputSchema } from './input-schema.js';
import type { AnyOperation } from './operation.js';
import { nearest } from './suggest.js';
import { byteLength } from './text.js';
import {
  conversion,
  described,
  isObject,
  isOfType,
  isPlain,
  kindOf,
  type JsonType,
} from './value-kind.js';

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

/** Findings past which nothing more is looked for: who has so many needs no others. */
const most = 100;

class InputCheck {
  readonly findings: Finding[] = [];
  readonly #endpoint: string;
  readonly #defs: Readonly<Record<string, InputSchema>>;
  readonly #secrets: readonly string[];
  readonly #filledIn: readonly string[];
  #depth = 0;
  /** Whether the member that is looked at was found to be nested too deeply. */
  #isTooDeep = false;

  constructor({ path, input, secrets, repeats }: AnyOperation) {
    this.#endpoint = path;
    this.#defs = input.$defs ?? {};
    this.#secrets = secrets;
    this.#filledIn = [...filledIn, ...Object.keys(repeats)];
  }

  /** Holds an input against its schema: an object without other members. */
  whole(input: unknown, schema: InputSchema): void {
    if (isObject(input)) this.#object(input, schema, '', false);
    else this.#wrongType(input, ['object'], '', false);
  }

  /** Holds one value against its schema. */
  value(value: unknown, schema: InputSchema, pointer: string, isSecret: boolean): void {
    if (this.#isTooDeep || this.findings.length >= most) return;
    if (++this.#depth > deepest) {
      this.#add('wrong-form', 'leads back to itself, or is nested too deeply', pointer);
      // Every way back would be followed from here on, and there may be many.
      this.#isTooDeep = true;
    } else this.#at(value, schema, pointer, isSecret);
    if (--this.#depth === 0) this.#isTooDeep = false;
  }

  #at(value: unknown, schema: InputSchema, pointer: string, isSecret: boolean): void {
    if (schema.$ref !== undefined)
      return this.value(value, this.#defs[schema.$ref] ?? {}, pointer, isSecret);
    if (schema.anyOf !== undefined) this.#anyOf(value, schema.anyOf, pointer, isSecret);
    if (schema.type !== undefined && !isOfType(value, schema.type))
      return this.#wrongType(value, [schema.type], pointer, isSecret);
    if (schema.enum !== undefined) this.#oneOf(value, schema.enum, pointer, isSecret);
    if (typeof value === 'string') this.#text(value, schema, pointer);
    else if (typeof value === 'number') this.#number(value, schema, pointer);
    else if (Array.isArray(value)) this.#list(value, schema, pointer);
    else if (schema.anyOf !== undefined) return;
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
    if (!Number.isFinite(number))
      return this.#add('wrong-type', `must be what JSON can say, not ${number}`, pointer);
    this.#within(number, [minimum, maximum], '', ['out-of-range', 'out-of-range'], pointer);
  }

  #list(list: readonly unknown[], schema: InputSchema, pointer: string): void {
    const { items, minItems, maxItems } = schema;
    const codes = ['too-few-items', 'too-many-items'] as const;
    this.#within(list.length, [minItems, maxItems], 'items', codes, pointer);
    if (schema.anyOf !== undefined) return;
    for (const [index, item] of list.entries()) {
      if (this.findings.length >= most) return;
      this.value(item, items ?? {}, `${pointer}/${index}`, false);
    }
  }

  #object(
    object: object,
    { properties = {}, required = [], additionalProperties = {} }: InputSchema,
    pointer: string,
    others: false | InputSchema = additionalProperties,
  ): void {
    if (!isPlain(object))
      return this.#add('wrong-type', 'must be what JSON says as an object', pointer);
    const members = object as Readonly<Record<string, unknown>>;
    for (const name of required)
      if (!Object.hasOwn(members, name) || members[name] === undefined)
        this.#add('missing-member', 'is missing', pointerTo(pointer, name));
    for (const name of Object.keys(members)) {
      if (this.findings.length >= most) return;
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
      pointer === '' && this.#filledIn.includes(name)
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

  /** Speaks of the alternative that has the value's type, and of several of the one that fits best. */
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
    let best: readonly Finding[] = [];
    for (const schema of alike) {
      this.value(value, schema, pointer, isSecret);
      const own = this.findings.splice(before);
      if (own.length === 0) return;
      if (best.length === 0 || misfit(own) < misfit(best)) best = own;
    }
    this.findings.push(...best);
  }

  #wrongType(value: unknown, types: readonly JsonType[], pointer: string, isSecret: boolean): void {
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
    if (this.findings.length >= most) return;
    this.findings.push(finding(code, message, pointer, this.#endpoint, suggestion));
  }
}

/** How far a value is from what it could be: a member that is not known there tells most. */
function misfit(findings: readonly Finding[]): number {
  return findings.length + findings.filter(({ code }) => code === 'unknown-member').length;
}

const lengthCodes = ['too-short', 'too-long'] as const;

const expressions = new Map<string, RegExp>();

/** A pattern of the catalogue, compiled once. */
function expression(pattern: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, 'u');
  expressions.set(pattern, known);
  return known;
}
