import { isDemanded } from '../../generator/emit/json-schema.js';
import type { Member, Operation, Type } from '../../generator/model/index.js';
import type { Json } from './broken-facts.js';
import { specModel } from './catalogue.js';

const model = specModel();
const enums = new Map(model.enums.map((item) => [item.name, item]));
const structs = new Map(
  [...model.structs, ...model.operations.flatMap((operation) => operation.structs)].map((item) => [
    item.name,
    item,
  ]),
);

/** A type that is looked at as what its values are in JSON. */
type Plain =
  | { readonly kind: 'string' | 'int' | 'number' | 'bool' | 'other' }
  | { readonly kind: 'array'; readonly of: Type }
  | { readonly kind: 'struct'; readonly members: readonly Member[] };

/** What a type's values are in JSON. */
export function plainOf(type: Type): Plain {
  switch (type.kind) {
    case 'enum':
      return { kind: enums.get(type.name)?.type ?? 'string' };
    case 'struct':
      return { kind: 'struct', members: structs.get(type.name)?.members ?? [] };
    case 'array':
      return { kind: 'array', of: type.of };
    case 'map':
    case 'union':
    case 'object':
    case 'json':
      return { kind: 'other' };
    default:
      return { kind: type.kind };
  }
}

/** The members of a reply, those of the envelope among them. */
export function replyMembersOf({ response, envelope }: Operation): Member[] {
  const own = new Set(response.map(({ name }) => name));
  const text = (name: string): Member => ({
    name,
    type: { kind: 'string' },
    presence: { required: false, basis: 'inferred', demandedWhen: false },
    received: [],
    limits: [],
    secret: false,
    text: { en: '', zh: '', ko: '' },
    sources: [],
  });
  return [...response, ...[envelope, 'msdkExtInfo'].filter((name) => !own.has(name)).map(text)];
}

/** Chooses one of several; the first is the value as it is. */
export type Choose = <T>(options: readonly T[]) => T;

/** A way to write values loosely: the forms of a value, itself not among them. */
export type Forms = (value: unknown, type: Plain) => readonly unknown[];

/** The members of an object in some of their loose forms. */
export function loosened(
  object: Json,
  members: readonly Member[],
  forms: Forms,
  choose: Choose,
): Json {
  const entries = Object.entries(object).map(([name, value]) => {
    const member = members.find((one) => one.name === name);
    return [name, member === undefined ? value : loosenedValue(value, member.type, forms, choose)];
  });
  return Object.fromEntries(entries) as Json;
}

function loosenedValue(value: unknown, type: Type, forms: Forms, choose: Choose): unknown {
  const plain = plainOf(type);
  let inner = value;
  if (plain.kind === 'array' && Array.isArray(value))
    inner = value.map((item) => loosenedValue(item, plain.of, forms, choose));
  if (plain.kind === 'struct' && typeof value === 'object' && value !== null)
    inner = loosened(value as Json, plain.members, forms, choose);
  return choose([inner, ...forms(inner, plain)]);
}

/** Other ways to write the same value (service.yaml, lenientReading). */
export const sameValue: Forms = (value, { kind }) => {
  switch (kind) {
    case 'string':
      return isDigits(value) ? [Number(value)] : [];
    case 'int':
    case 'number':
      return [String(value), ...(value === 0 || value === 1 ? [value === 1] : [])];
    case 'bool':
      return value === true ? [1, '1', 'true'] : [0, '0', 'false'];
    case 'array':
    case 'struct': {
      const text = JSON.stringify(value);
      const isEmpty = Array.isArray(value) && value.length === 0;
      return [text, ` ${text}\n`, ...(isEmpty ? [{}, '{}', '', null] : [])];
    }
    default:
      return [];
  }
};

function isDigits(value: unknown): boolean {
  return typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value);
}

/** Whatever a lenient schema takes in place of a value. */
export const anyForm: Forms = (value, type) => [
  ...sameValue(value, type),
  null,
  ...(others[type.kind] ?? []),
];

const texts = [
  '',
  'no JSON',
  '[1',
  'null',
  '5',
  '""',
  '[]',
  '{}',
  '[{"a":1,"a":2}]',
  '{"a":1,"a":2}',
];

const others: Readonly<Record<string, readonly unknown[]>> = {
  string: ['', 7, -0.5, 1e21, 2 ** 60, true],
  int: ['', true, false, '007', '-0', 2 ** 53, '9007199254740993', 1e30, -7],
  number: ['', true, '0.50'],
  bool: ['', 0, 'true'],
  array: [...texts, {}, []],
  struct: [...texts, []],
};

/** A place where a lenient schema takes what a client cannot read, and what stands there. */
export type Obstacle = readonly [pointer: string, what: string];

/** Everything in these members that no client can read although a lenient schema takes it. */
export function obstaclesIn(object: Json, members: readonly Member[], parent = ''): Obstacle[] {
  return members.flatMap(({ name, type, presence }): Obstacle[] => {
    const at = `${parent}/${name}`;
    const demanded = isDemanded({ presence });
    // A lenient schema misses a member for itself, save in what a text holds.
    if (!Object.hasOwn(object, name)) return demanded ? [[at, 'a text that lacks a member']] : [];
    const value = object[name];
    if (!isNothing(value, type)) return obstaclesAt(value, type, at);
    return demanded && plainOf(type).kind !== 'array' ? [[at, 'nothing at a demanded member']] : [];
  });
}

/** Whether a value says that there is none. */
function isNothing(value: unknown, type: Type): boolean {
  const plain = plainOf(type);
  if (value === null) return true;
  if (value === '') return plain.kind !== 'string';
  if (plain.kind !== 'struct' || !plain.members.some(isDemanded)) return false;
  const data = typeof value === 'string' ? parsed(value) : value;
  return Array.isArray(data) && data.length === 0;
}

function obstaclesAt(value: unknown, type: Type, at: string): Obstacle[] {
  const plain = plainOf(type);
  if (plain.kind === 'int' && !Number.isSafeInteger(Number(value)))
    return [[at, 'an integer beyond 2^53']];
  if (plain.kind !== 'array' && plain.kind !== 'struct') return [];
  const data = typeof value === 'string' ? parsed(value) : value;
  if (typeof data !== 'object' || data === null) return [[at, 'a text that holds something else']];
  const isEmpty = Object.keys(data).length === 0;
  if (plain.kind === 'struct')
    return Array.isArray(data) && !isEmpty
      ? [[at, 'a text that holds something else']]
      : obstaclesIn(data as Json, plain.members, at);
  if (!Array.isArray(data)) return isEmpty ? [] : [[at, 'a text that holds something else']];
  return data.flatMap((item: unknown, index) =>
    isNothing(item, plain.of) ? [] : obstaclesAt(item, plain.of, `${at}/${index}`),
  );
}

/** What a text holds, where it is JSON that all readers read alike. */
function parsed(text: string): unknown {
  try {
    return text.includes('"a":1,"a":2') ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
