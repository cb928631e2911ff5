import { describe, expect, it } from 'vitest';
import {
  validateRequest,
  validateResponse,
  type Endpoint,
  type Finding,
} from '../../generated/validators/index.js';
import type { Enum, Member, Operation, Struct, Type } from '../../generator/model/index.js';
import { specModel } from '../support/catalogue.js';

type Json = Record<string, unknown>;

/** A payload with one fact broken, and where a validator has to see it. */
interface Mutation {
  readonly what: string;
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
function mutationsOf(members: readonly Member[], example: Json): Mutation[] {
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
        pointer: at,
        payload: rebuild((copy) => void Reflect.deleteProperty(copy, member.name)),
      });
    if (!Object.hasOwn(object, member.name)) continue;
    for (const [what, value] of wrongValues(member, object[member.name]))
      found.push({
        what,
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
  if (type.kind === 'array' && Array.isArray(value) && value.length > 0)
    return breakBelow(type.of, value[0], `${pointer}/0`, (change) =>
      rebuild((owner, key) => change(owner[key] as Json, '0')),
    );
  const struct = type.kind === 'struct' ? structs.get(type.name) : undefined;
  if (struct === undefined || typeof value !== 'object' || value === null) return [];
  return breakMembers(struct.members, value as Json, pointer, (change) =>
    rebuild((owner, key) => change(owner[key] as Json)),
  );
}

function wrongValues(member: Member, right: unknown): [string, unknown][] {
  const { type, limits, constant } = member;
  const wrong: [string, unknown][] = [];
  const kind = type.kind === 'enum' ? (enums.get(type.name) as Enum).type : type.kind;
  const misfits: Partial<Record<string, unknown>> = {
    string: 7,
    int: 'seven',
    number: 'seven',
    bool: 'yes',
    array: 7,
    struct: 7,
    map: 7,
    object: 7,
  };
  if (kind in misfits) wrong.push(['wrong type', misfits[kind]]);
  if (kind === 'int') wrong.push(['fraction', 1.5]);
  if (constant !== undefined && constant.basis !== 'inferred')
    wrong.push([
      'not the constant',
      typeof constant.value === 'number' ? constant.value + 1 : `${String(constant.value)}x`,
    ]);
  const closed = type.kind === 'enum' ? enums.get(type.name) : undefined;
  if (closed?.closed !== undefined && closed.closed !== 'inferred' && !closed.mask)
    wrong.push(['outside the closed enum', closed.type === 'int' ? 987654 : 'outside']);
  for (const { unit, max, min, basis, of } of limits) {
    if (basis === 'inferred' || of !== undefined) continue;
    if (unit === 'bytes' && max !== undefined && kind === 'string')
      // Fewer characters than the limit allows bytes, and yet more bytes: three for each of these.
      wrong.push(['too many bytes', '中'.repeat(Math.floor(max / 3) + 1)]);
    if (unit === 'characters' && max !== undefined && kind === 'string')
      wrong.push(['too many characters', 'a'.repeat(max + 1)]);
    if (unit === 'items' && max !== undefined && Array.isArray(right))
      wrong.push([
        'too many items',
        Array.from({ length: max + 1 }, () => (right as unknown[])[0]),
      ]);
    if (unit === 'value' && max !== undefined && kind === 'int')
      wrong.push(['above the limit', max + 1]);
    if (unit === 'value' && min !== undefined && kind === 'int')
      wrong.push(['below the limit', min - 1]);
  }
  return wrong;
}

function expectRefused(
  verdict: ReturnType<typeof validateRequest>,
  { what, pointer }: Mutation,
): void {
  const pointers = verdict.ok ? [] : verdict.findings.map((finding: Finding) => finding.pointer);
  expect(pointers, `${what} at ${pointer}`).toContain(pointer);
}

describe('the compiled validators', () => {
  for (const operation of model.operations as readonly (Operation & {
    structs: readonly Struct[];
  })[]) {
    const endpoint = operation.path as Endpoint;
    it(`${endpoint} accepts each example, strictly and leniently`, () => {
      for (const { request, response } of operation.examples) {
        if (operation.hasBody)
          expect(validateRequest(endpoint, request)).toEqual({ ok: true, value: request });
        expect(validateResponse(endpoint, response)).toEqual({ ok: true, value: response });
        expect(validateResponse(endpoint, response, { lenient: true })).toEqual({
          ok: true,
          value: response,
        });
      }
    });

    it(`${endpoint} refuses each broken fact where it is broken`, () => {
      let broken = 0;
      for (const { request, response } of operation.examples) {
        if (operation.hasBody)
          for (const mutation of mutationsOf(operation.request, request)) {
            expectRefused(validateRequest(endpoint, mutation.payload), mutation);
            broken++;
          }
        if (response['ret'] !== 0) continue;
        for (const mutation of mutationsOf(operation.response, response)) {
          expectRefused(validateResponse(endpoint, mutation.payload), mutation);
          broken++;
        }
      }
      expect(broken).toBeGreaterThan(0);
    });
  }

  it('count bytes, not characters', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/share/qq');
    const request = operation?.examples[0]?.request ?? {};
    const fits = { ...request, summary: '中'.repeat(15) };
    const tooLong = { ...request, summary: '中'.repeat(16) };
    expect(validateRequest('/share/qq', fits).ok).toBe(true);
    expect(validateRequest('/share/qq', tooLong)).toMatchObject({
      ok: false,
      findings: [{ pointer: '/summary', message: 'must have at most 45 bytes of UTF-8' }],
    });
  });

  it('count the bytes of a whole message where the limit is one in all', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/share/qq');
    const request = operation?.examples[0]?.request ?? {};
    const long = { ...request, image_url: `http://example.com/${'a'.repeat(700)}` };
    expect(validateRequest('/share/qq', long)).toMatchObject({
      ok: false,
      findings: [{ pointer: '' }],
    });
  });

  it('refuse an endpoint that there is not', () => {
    expect(() => validateRequest('/relation/nobody' as Endpoint, {})).toThrow(TypeError);
    expect(() => validateRequest('__proto__' as Endpoint, {})).toThrow(TypeError);
  });
});
