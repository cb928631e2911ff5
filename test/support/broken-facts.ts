import type { Enum, Member, Struct, Type } from '../../generator/model/index.js';
import { specModel } from './catalogue.js';

export type Json = Record<string, unknown>;

/** A payload with one fact broken, and what a check has to say of it, and where. */
export interface Mutation {
  readonly what: string;
  readonly code: string;
  readonly pointer: string;
  readonly payload: Json;
}

const model = specModel();
const enums = new Map(model.enums.map((item) => [item.name, item]));
const structs = new Map(
  [...model.structs, ...model.operations.flatMap((operation) => operation.structs)].map((item) => [
    item.name,
    item,
  ]),
);

/** Every way to break one stated or shown fact of these members, wherever the example reaches them. */
export function mutationsOf(members: readonly Member[], example: Json): Mutation[] {
  return breakMembers(members, example, '', (change) => {
    const copy = structuredClone(example);
    return (change(copy), copy);
  });
}

type Rebuild = (change: (copy: Json) => void) => Json;

function breakMembers(
  members: readonly Member[],
  object: Json,
  pointer: string,
  rebuild: Rebuild,
): Mutation[] {
  const unknown = 'not_a_member';
  const found: Mutation[] = [
    {
      what: 'unknown member',
      code: 'unknown-member',
      pointer: `${pointer}/${unknown}`,
      payload: rebuild((copy) => void (copy[unknown] = 1)),
    },
  ];
  for (const member of members) {
    const at = `${pointer}/${member.name}`;
    const { required, basis } = member.presence;
    if (required && basis !== 'inferred')
      found.push({
        what: 'missing',
        code: 'missing-member',
        pointer: at,
        payload: rebuild((copy) => void Reflect.deleteProperty(copy, member.name)),
      });
    if (!Object.hasOwn(object, member.name)) continue;
    for (const [what, code, value] of wrongValues(member, object[member.name]))
      found.push({
        what,
        code,
        pointer: at,
        payload: rebuild((copy) => void (copy[member.name] = value)),
      });
    found.push(
      ...breakBelow(member.type, object[member.name], at, (change) =>
        rebuild((copy) => change(copy, member.name)),
      ),
    );
  }
  return found;
}

function breakBelow(
  type: Type,
  value: unknown,
  pointer: string,
  rebuild: (change: (owner: Json, key: string) => void) => Json,
): Mutation[] {
  if (typeof value !== 'object' || value === null) return [];
  if (type.kind === 'union') {
    const part = type.of.find((one) => fits(one, value));
    if (part === undefined) return [];
    // What breaks one alternative may be another one.
    return breakBelow(part, value, pointer, rebuild).filter(
      ({ payload }) => !type.of.some((one) => one !== part && fits(one, valueAt(payload, pointer))),
    );
  }
  if (type.kind === 'array' || type.kind === 'map') {
    const [key] = Object.keys(value);
    if (key === undefined) return [];
    return [
      ...misfits(type.of).map(([what, code, misfit]) => ({
        what: `${what} of an item`,
        code,
        pointer: `${pointer}/${key}`,
        payload: rebuild((owner, name) => void ((owner[name] as Json)[key] = misfit)),
      })),
      ...breakBelow(type.of, (value as Json)[key], `${pointer}/${key}`, (change) =>
        rebuild((owner, name) => change(owner[name] as Json, key)),
      ),
    ];
  }
  const struct = type.kind === 'struct' ? structs.get(type.name) : undefined;
  if (struct === undefined) return [];
  return breakMembers(struct.members, value as Json, pointer, (change) =>
    rebuild((owner, key) => change(owner[key] as Json)),
  );
}

function valueAt(payload: unknown, pointer: string): unknown {
  const names = pointer.split('/').slice(1);
  return names.reduce((value, name) => (value as Json)[name], payload);
}

/** Whether a value has the members that this alternative of a union has. */
function fits(type: Type, value: unknown): boolean {
  if (type.kind === 'array')
    return Array.isArray(value) && value.every((item) => fits(type.of, item));
  if (typeof value !== 'object' || value === null) return false;
  const struct = type.kind === 'struct' ? (structs.get(type.name) as Struct) : undefined;
  return (
    struct !== undefined &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => struct.members.some(({ name }) => name === key)) &&
    struct.members.every(
      ({ name, constant, presence }) =>
        (!presence.required || Object.hasOwn(value, name)) &&
        (constant === undefined || (value as Json)[name] === constant.value),
    )
  );
}

type Wrong = [what: string, code: string, value: unknown];

/** What a type does not take. */
function misfits(type: Type): Wrong[] {
  const kind = kindOf(type);
  const values: Partial<Record<string, unknown>> = {
    string: 7,
    int: 'seven',
    number: 'seven',
    bool: 'yes',
    array: 7,
    struct: 7,
    map: 7,
    object: 7,
    union: true,
  };
  const wrong: Wrong[] = kind in values ? [['wrong type', 'wrong-type', values[kind]]] : [];
  if (kind === 'int') wrong.push(['fraction', 'wrong-type', 1.5]);
  return wrong;
}

function kindOf(type: Type): string {
  return type.kind === 'enum' ? (enums.get(type.name) as Enum).type : type.kind;
}

function wrongValues(member: Member, right: unknown): Wrong[] {
  const { type, limits, constant } = member;
  const wrong = misfits(type);
  const kind = kindOf(type);
  if (constant !== undefined && constant.basis !== 'inferred')
    wrong.push([
      'not the constant',
      'wrong-value',
      typeof constant.value === 'number' ? constant.value + 1 : `${String(constant.value)}x`,
    ]);
  const closed = type.kind === 'enum' ? enums.get(type.name) : undefined;
  if (closed?.closed !== undefined && closed.closed !== 'inferred' && !closed.mask)
    wrong.push([
      'outside the closed enum',
      'wrong-value',
      closed.type === 'int' ? 987654 : 'outside',
    ]);
  for (const { unit, max, min, basis, of } of limits) {
    if (basis === 'inferred' || of !== undefined) continue;
    if (unit === 'bytes' && max !== undefined && kind === 'string')
      // Fewer characters than the limit allows bytes, and yet more bytes: three for each of these.
      wrong.push(['too many bytes', 'too-long', '中'.repeat(Math.floor(max / 3) + 1)]);
    if (unit === 'characters' && max !== undefined && kind === 'string')
      wrong.push(['too many characters', 'too-long', 'a'.repeat(max + 1)]);
    if (unit === 'characters' && min === 1 && kind === 'string')
      wrong.push(['no characters', 'too-short', '']);
    if (unit === 'items' && max !== undefined && Array.isArray(right))
      wrong.push([
        'too many items',
        'too-many-items',
        Array.from({ length: max + 1 }, () => (right as unknown[])[0]),
      ]);
    if (unit === 'value' && max !== undefined && kind === 'int')
      wrong.push(['above the limit', 'out-of-range', max + 1]);
    if (unit === 'value' && min !== undefined && kind === 'int')
      wrong.push(['below the limit', 'out-of-range', min - 1]);
  }
  return wrong;
}
