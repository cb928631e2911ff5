import { describe, expect, it } from 'vitest';
import {
  createMsdk,
  relationQqfriendsVipOperation,
  RequestError,
  validateInput,
  type RelationQqfriendsVipRequest,
} from '../../generated/client/index.js';
import { inputMembers } from '../../generator/emit/client/input.js';
import type { Member, Operation } from '../../generator/model/index.js';
import { mutationsOf, type Json } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';
import { apps, capturing, inputOf, operationOf } from '../support/client-calls.js';

const model = specModel();
const enums = new Map(model.enums.map((item) => [item.name, item]));

function kindOf({ type }: Member): string {
  return type.kind === 'enum' ? (enums.get(type.name)?.type ?? '') : type.kind;
}

/** What is found in an operation's first example with some members changed. */
function found(operation: Operation, change: Json): ReturnType<typeof validateInput> {
  const [example] = operation.examples;
  if (example === undefined) throw new Error('no example');
  return validateInput(operationOf(operation), { ...inputOf(operation, example), ...change });
}

/** Every member of every request, with its operation. */
const everywhere = model.operations.flatMap((operation) =>
  inputMembers(operation).map((member) => [operation, member] as const),
);

describe('a request that cannot be sent', () => {
  it('is refused with everything that is wrong, each with its place, words and remedy', async () => {
    const { transport, sent } = capturing();
    const msdk = createMsdk({ baseUrl: 'http://msdk.example', apps, transport });
    const wrong = {
      openid: 17,
      acessToken: 'a-secret-token',
      flag: '2',
      userip: '192.0.2.1',
      fopenids: ['A', 7],
      sig: 'a'.repeat(32),
    };
    const result = await msdk.client
      .call(
        relationQqfriendsVipOperation,
        wrong as unknown as RelationQqfriendsVipRequest,
        { platform: 'qq', timeout: 0, verison: '1' } as object,
      )
      .result();
    const error = result.ok ? undefined : (result.error as unknown as RequestError);
    expect(error).toBeInstanceOf(RequestError);
    expect(
      error?.findings.map(({ code, message, pointer, suggestion }) => [
        code,
        pointer,
        message,
        suggestion,
      ]),
    ).toEqual([
      ['wrong-value', '/options/timeout', 'must be milliseconds, from 1 to 2147483647', undefined],
      ['unknown-member', '/options/verison', 'is not an option', 'did you mean "version"?'],
      ['missing-member', '/accessToken', 'is missing', undefined],
      ['wrong-type', '/openid', 'must be a string, not a number', 'write "17"'],
      ['unknown-member', '/acessToken', 'is not a member here', 'did you mean "accessToken"?'],
      ['unknown-member', '/flag', 'is not a member here', 'did you mean "flags"?'],
      ['wrong-type', '/fopenids/1', 'must be a string, not a number', 'write "7"'],
      ['unknown-member', '/sig', 'is not a member here', 'leave it out: the client fills it in'],
    ]);
    for (const { pointer, message, suggestion } of error?.findings ?? [])
      expect(error?.message).toContain(
        `${pointer} ${message}${suggestion ? `; ${suggestion}` : ''}`,
      );
    expect(error?.message).not.toContain('a-secret-token');
    expect(sent).toEqual([]);
  });

  it('says in words what was expected, whatever fact is broken', () => {
    const words: Readonly<Record<string, RegExp>> = {
      'missing-member': /^is missing$/,
      'unknown-member': /^is not a member here$/,
      'wrong-type': /^must be an? .+, not .+$/,
      'wrong-value': /^must be .+$/,
      'too-long': /^must have at most \d+ (characters|bytes of UTF-8); it has \d+$/,
      'too-short': /^must have at least \d+ (characters|bytes of UTF-8); it has \d+$/,
      'too-many-items': /^must have at most \d+ items; it has \d+$/,
      'out-of-range': /^must be at (most|least) -?\d+$/,
    };
    const seen = new Set<string>();
    for (const operation of model.operations)
      for (const example of operation.examples)
        for (const { pointer, payload } of mutationsOf(
          inputMembers(operation),
          inputOf(operation, example),
        ))
          for (const { code, message, ...rest } of validateInput(operationOf(operation), payload)) {
            expect(message, `${operation.path} ${code} ${pointer}`).toMatch(
              words[code] ?? /^never$/,
            );
            expect(rest).toMatchObject({ severity: 'error', endpoint: operation.path });
            seen.add(code);
          }
    expect([...seen].sort()).toEqual(Object.keys(words).sort());
  });

  it('is told of a text in place of a number, a number in place of a text, and of null', () => {
    for (const [operation, member] of everywhere) {
      const at = `/${member.name}`;
      const secret = operationOf(operation).secrets.includes(member.name);
      const said = (value: unknown): (string | undefined)[] =>
        found(operation, { [member.name]: value })
          .filter(({ code, pointer }) => code === 'wrong-type' && pointer === at)
          .map(({ suggestion }) => suggestion);
      const where = `${operation.path} ${at}`;
      if (kindOf(member) === 'string') {
        expect(said(12), where).toEqual([secret ? undefined : 'write "12"']);
        expect(said(1e21), where).toEqual([secret ? undefined : 'write "1e+21"']);
      }
      if (kindOf(member) === 'int') {
        expect(said('-012'), where).toEqual(['write -12']);
        expect(said('twelve'), where).toEqual([undefined]);
        // A number that would be another one is not suggested.
        expect(said('12345678901234567890'), where).toEqual([undefined]);
      }
      expect(said(null), where).toEqual([secret ? undefined : 'leave it out instead']);
    }
  });

  it('is told what a misspelt member was meant to be', () => {
    for (const [operation, { name }] of everywhere) {
      if (name.length < 4) continue;
      for (const misspelt of [name.slice(0, 2) + name.slice(3), `${name}s`, name.toUpperCase()]) {
        const names = inputMembers(operation).map((member) => member.name);
        if (names.includes(misspelt)) continue;
        const unknown = found(operation, { [misspelt]: 1 });
        expect(unknown, operation.path).toContainEqual(
          expect.objectContaining({
            code: 'unknown-member',
            pointer: `/${misspelt}`,
            suggestion: `did you mean "${name}"?`,
          }),
        );
      }
    }
  });

  it('is told to leave out what the client fills in, under whatever name it is documented', () => {
    let told = 0;
    for (const operation of model.operations) {
      const { repeats, input } = operationOf(operation);
      for (const name of ['appid', 'timestamp', 'sig', 'encode', ...Object.keys(repeats)]) {
        if (Object.hasOwn(input.properties ?? {}, name)) continue;
        expect(found(operation, { [name]: 'x' }), operation.path).toEqual([
          expect.objectContaining({
            pointer: `/${name}`,
            suggestion: 'leave it out: the client fills it in',
          }),
        ]);
        told++;
      }
    }
    expect(told).toBeGreaterThan(model.operations.length * 3);
  });

  it('is told of a name that is near none which ones there are', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/profile/wxget_first_reg');
    expect(found(operation as Operation, { 'wholly/other~name': 1 })).toEqual([
      expect.objectContaining({
        pointer: '/wholly~1other~0name',
        suggestion: expect.stringMatching(/^it takes openid, .*accessToken/) as string,
      }),
    ]);
  });

  it('shows no value of a secret member, whatever is wrong with it', () => {
    let looked = 0;
    for (const operation of model.operations)
      for (const name of operationOf(operation).secrets) {
        const token = 918273645;
        for (const value of [token, [token], { [name]: token }, { inner: `${token}` }, null, true])
          for (const place of [name, `${name}s`, name.slice(1)]) {
            const findings = found(operation, { [place]: value });
            expect(findings.length, `${operation.path} ${place}`).toBeGreaterThan(0);
            expect(JSON.stringify(findings)).not.toContain(String(token));
            expect(new RequestError('', findings).message).not.toContain(String(token));
            looked++;
          }
      }
    expect(looked).toBeGreaterThan(900);
  });

  it('is spoken of by the alternative that it comes nearest to', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/share/wxgame');
    const video = { picurl: 'http://x/', width: 1, height: '2', mediaurl: 'http://y/' };
    expect(found(operation as Operation, { type_info: video })).toEqual([
      expect.objectContaining({ pointer: '/type_info/height', suggestion: 'write 2' }),
    ]);
  });

  it('has a hundred findings at most', () => {
    const [operation] = model.operations.filter(({ path }) => path === '/relation/wxprofile');
    const openids = Array.from({ length: 100_000 }, () => 7);
    expect(found(operation as Operation, { openids })).toHaveLength(100);
    const names = Array.from({ length: 100_000 }, (_, index) => [`unknown${index}`, 1]);
    expect(found(operation as Operation, Object.fromEntries(names) as Json)).toHaveLength(100);
  });
});
