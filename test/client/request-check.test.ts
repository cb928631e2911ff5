import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentChecks, createClient, validateInput } from '../../generated/client/index.js';
import { validateRequest, type Endpoint } from '../../generated/validators/index.js';
import { inputMembers } from '../../generator/emit/client/input.js';
import type { Operation } from '../../generator/model/index.js';
import { mutationsOf, type Json } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';
import { apps, capturing, inputOf, operationOf } from '../support/client-calls.js';

const model = specModel();

/** A finding, without its words. */
type Found = readonly [code: string, pointer: string];

/** The body that a client without any checks sends, with the members that it would leave out; undefined where it cannot. */
async function bodySent(operation: Operation, input: Json): Promise<string | undefined> {
  const data = operationOf(operation);
  const { transport, sent } = capturing();
  const bare = createClient({ baseUrl: 'http://msdk.example', apps, transport });
  const platform = operation.platforms[0];
  const result = await bare.call(data, input, { platform }).result();
  const body = sent[0]?.body;
  if (typeof body !== 'string') {
    // No URL can carry half of a surrogate pair.
    const inQuery = JSON.stringify(data.query.concat('openid').map((name) => input[name]));
    expect(inQuery).toMatch(/\\ud[89a-f]/);
    expect(result).toMatchObject({ ok: false, error: { kind: 'request' } });
    return undefined;
  }
  const known = [...(data.body ?? []), ...data.query, 'openid'];
  const others = Object.entries(input).filter(([name]) => !known.includes(name));
  return JSON.stringify({ ...(JSON.parse(body) as Json), ...Object.fromEntries(others) });
}

/** What the validators find in a body, where it stands in the input. */
function foundInBody(operation: Operation, body: string): Found[] {
  const verdict = validateRequest(operation.path as Endpoint, JSON.parse(body));
  if (verdict.ok) return [];
  const { repeats } = operationOf(operation);
  return verdict.findings.map(({ code, pointer }) => {
    if (pointer === '') return [code, pointer];
    const [, name = '', ...below] = pointer.split('/');
    return [code, ['', repeats[name] === 'openid' ? 'openid' : name, ...below].join('/')];
  });
}

/** What the client finds: in what it is given, or else in the body as a whole. */
function foundByClient(operation: Operation, input: Json, body: string): Found[] {
  const data = operationOf(operation);
  const inInput = validateInput(data, input);
  const found = inInput.length > 0 ? inInput : argumentChecks.body(data, body);
  return found.map(({ code, pointer }) => [code, pointer]);
}

/** Whether a finding of the validators is one that the client does not make for itself. */
function isAside(operation: Operation, others: readonly Found[], [code, pointer]: Found): boolean {
  // The whole is measured when nothing else is wrong.
  if (pointer === '') return others.length > 1;
  // A value of a wrong type is spoken of once, and alternatives only where the value's type is theirs.
  const atOrAbove = (at: string): boolean => pointer === at || pointer.startsWith(`${at}/`);
  if (others.some(([other, at]) => other === 'wrong-type' && at === pointer)) return true;
  return code !== 'too-many-items' && alternativesOf(operation).some(atOrAbove);
}

/** Where an endpoint takes one of several types. */
function alternativesOf(operation: Operation): string[] {
  const { properties = {} } = operationOf(operation).input;
  return Object.keys(properties).flatMap((name) =>
    properties[name]?.anyOf === undefined ? [] : [`/${name}`],
  );
}

async function expectAgreement(operation: Operation, input: Json, what: string): Promise<void> {
  const body = await bodySent(operation, input);
  if (body === undefined) return;
  const validators = foundInBody(operation, body);
  const own = foundByClient(operation, input, body);
  const inBody = own.filter(([, pointer]) => isOfBody(operation, pointer));
  expect(inBody.length === 0, `${what}: ${JSON.stringify({ own, validators })}`).toBe(
    validators.length === 0,
  );
  // Each of the client's findings is one of the validators' …
  expect(validators, what).toEqual(expect.arrayContaining(inBody));
  // … and the other way round.
  const demanded = validators.filter((found) => !isAside(operation, validators, found));
  expect(inBody, what).toEqual(expect.arrayContaining(demanded));
}

/** Whether a member is the body's: not one that travels in the query alone. */
function isOfBody(operation: Operation, pointer: string): boolean {
  const { body = [], query, repeats } = operationOf(operation);
  const name = pointer.split('/')[1] ?? '';
  if (name === 'openid') return body.includes(name) || Object.values(repeats).includes('openid');
  return body.includes(name) || !query.includes(name);
}

const withBody = model.operations.filter(({ hasBody }) => hasBody);

describe('the client’s check of a request', () => {
  it.each(model.operations)('$path finds nothing in an example', (operation) => {
    expect(operation.examples.length).toBeGreaterThan(0);
    for (const example of operation.examples)
      expect(validateInput(operationOf(operation), inputOf(operation, example))).toEqual([]);
  });

  it.each(model.operations)('$path finds each broken fact, in the query too', (operation) => {
    let broken = 0;
    for (const example of operation.examples)
      for (const mutation of mutationsOf(inputMembers(operation), inputOf(operation, example))) {
        const found = validateInput(operationOf(operation), mutation.payload);
        const { what, code, pointer } = mutation;
        expect(found, `${what} at ${pointer}`).toContainEqual(
          expect.objectContaining({ code, pointer, endpoint: operation.path }),
        );
        broken++;
      }
    expect(broken).toBeGreaterThan(0);
  });

  it.each(withBody)('$path agrees with the validators on every broken fact', async (operation) => {
    for (const example of operation.examples)
      for (const { what, pointer, payload } of mutationsOf(
        inputMembers(operation),
        inputOf(operation, example),
      ))
        await expectAgreement(operation, payload, `${what} at ${pointer}`);
  });

  it.each(withBody)('$path agrees with the validators on any value anywhere', async (operation) => {
    const inputs = operation.examples.map((example) => inputOf(operation, example));
    const known = inputMembers(operation).map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...inputs),
        fc.array(fc.tuple(fc.nat(), anything(known)), { minLength: 1, maxLength: 3 }),
        async (input, changes) => {
          const changed = structuredClone(input);
          for (const [place, value] of changes) putAt(changed, place, value);
          await expectAgreement(operation, changed, JSON.stringify(changed));
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** Values that a program may give, those among them that nearly fit. */
function anything(names: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>('', '0', 0, 1, 2, -1, 1.5, 21, 65537, 2 ** 60, true, null, undefined),
    fc.constantFrom<unknown>(NaN, Infinity, [], [''], [{}], {}, [undefined], { type: 'web' }),
    fc.string({ unit: 'binary', minLength: 15, maxLength: 50 }),
    fc.constantFrom('中'.repeat(15), '中'.repeat(16), '\ud800'.repeat(20), 'x'.repeat(2049)),
    fc.dictionary(fc.constantFrom(...names, 'openid', 'other'), fc.jsonValue({ maxDepth: 1 })),
  );
}

/** Puts a value at one of the places of another, or a member not yet there beside one. */
function putAt(input: Json, place: number, value: unknown): void {
  const places: (() => void)[] = [];
  const visit = (owner: Json): void => {
    for (const name of Object.keys(owner)) {
      places.push(() => (owner[name] = structuredClone(value)));
      const below = owner[name];
      if (typeof below === 'object' && below !== null) visit(below as Json);
    }
    if (!Array.isArray(owner)) places.push(() => (owner['other'] = structuredClone(value)));
  };
  visit(input);
  places[place % places.length]?.();
}
