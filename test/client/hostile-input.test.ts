import { describe, expect, it } from 'vitest';
import {
  createClient,
  createMsdk,
  profileWxbattleReportOperation,
  relationQqfriendsVipOperation,
  RequestError,
  validateInput,
  type AnyOperation,
  type CallError,
  type CallOptions,
  type Interceptor,
} from '../../generated/client/index.js';
import { specModel } from '../support/catalogue.js';
import { apps, capturing, inputOf } from '../support/client-calls.js';
import type { Json } from '../support/broken-facts.js';

const model = specModel();

function exampleOf(path: string): Json {
  const [operation] = model.operations.filter((one) => one.path === path);
  const [example] = operation?.examples ?? [];
  if (operation === undefined || example === undefined) throw new Error(`no ${path}`);
  return inputOf(operation, example);
}

const operation = relationQqfriendsVipOperation as unknown as AnyOperation;
const friends = exampleOf('/relation/qqfriends_vip');
const report = exampleOf('/profile/wxbattle_report');

/** What a call ends in, after it was held against the catalogue and without; what is refused is not sent. */
async function errorsOf(
  operation: unknown,
  input: unknown,
  options: unknown = { platform: 'qq' },
): Promise<[checked: CallError, unchecked: CallError]> {
  const errorOf = async (validate: boolean): Promise<CallError> => {
    const { transport, sent } = capturing({ ret: -1, msg: 'no' });
    const { client } = createMsdk({ baseUrl: 'http://msdk.example', apps, transport, validate });
    const call = client.call(operation as AnyOperation, input as object, options as CallOptions);
    const result = await call.result();
    if (result.ok) throw new Error('the call succeeded');
    expect(sent.length).toBe(result.error.kind === 'request' ? 0 : 1);
    return result.error;
  };
  return [await errorOf(true), await errorOf(false)];
}

function cycle(): object {
  const one: Record<string, unknown> = {};
  return Object.assign(one, { left: one, right: one, list: [one, one] });
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

const throwing = {
  get openid(): string {
    throw new Error('from a getter');
  },
};
const revoked = ((): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
})();
const deceitful = new Proxy(
  {},
  {
    ownKeys: () => {
      throw new Error('from a trap');
    },
  },
);

function isEmpty(value: object): boolean {
  try {
    return Object.values(value).every((one) => one === undefined);
  } catch {
    return false;
  }
}

/** What no text, struct, map or list of texts can be. */
const values: readonly (readonly [what: string, value: unknown])[] = [
  ['a BigInt', 7n],
  ['a symbol', Symbol('s')],
  ['a function', () => 'text'],
  ['NaN', NaN],
  ['Infinity', -Infinity],
  ['null', null],
  ['a date', new Date(0)],
  ['a map', new Map([['a', 1]])],
  ['a set', new Set(['a'])],
  ['bytes', new Uint8Array(3)],
  ['a boxed text', Object('text') as unknown],
  ['a boxed number', Object(7) as unknown],
  ['a regular expression', /text/],
  ['an error', new Error('text')],
  ['a promise', Promise.resolve('text')],
  ['an object that leads back to itself', cycle()],
  ['an object that is nested deeply', nested(100_000)],
  ['a getter that throws', throwing],
  ['a revoked proxy', revoked],
  ['a proxy whose trap throws', deceitful],
  ['a sparse array', Object.assign(new Array<string>(3), { 1: 'a' })],
  ['an endless sparse array', new Array(2 ** 32 - 1)],
  ['an object with an own __proto__', JSON.parse('{"__proto__":{"polluted":1}}') as unknown],
  ['an object that JSON writes as a text', { toJSON: () => 'text' }],
];

describe('whatever is given as a request', () => {
  it.each(values)('%s in place of a text or a list is a request error', async (_what, value) => {
    for (const name of ['openid', 'fopenids', 'accessToken', 'unknown']) {
      const input = { ...friends, [name]: value };
      const [checked] = await errorsOf(operation, input);
      expect(checked, name).toBeInstanceOf(RequestError);
      const [found] = (checked as RequestError).findings;
      expect(found?.pointer, name).toMatch(new RegExp(`^(/${name}(/.*)?)?$`));
    }
  });

  it.each(values)('%s anywhere in a struct, a map or a list is one', async (_what, value) => {
    const json = report['json'] as object;
    for (const wrong of [
      value,
      [value],
      { ...json, userdefined: value },
      { ...json, userdefined: { a: value } },
      { ...json, userdefined: { a: { type: 1, value } } },
      { ...json, baseinfo: value },
    ]) {
      const input = { ...report, json: wrong };
      const [checked] = await errorsOf(profileWxbattleReportOperation, input, {});
      expect(checked).toBeInstanceOf(RequestError);
    }
  });

  it.each(values)('%s as the whole is one', async (_what, value) => {
    const [checked] = await errorsOf(operation, value);
    expect(checked).toBeInstanceOf(RequestError);
  });

  it.each(values)(
    '%s is a request error or is sent where nothing is checked',
    async (_what, value) => {
      const inputs = [value, { ...friends, openid: value }, { ...friends, fopenids: [value] }];
      for (const input of [...inputs, { ...friends, unknown: value }]) {
        const [, unchecked] = await errorsOf(operation, input);
        expect(['request', 'api']).toContain(unchecked.kind);
      }
    },
  );

  it('is refused where half of a surrogate pair would stand in the URL', async () => {
    const half = { ...friends, openid: 'A\ud800' };
    for (const error of await errorsOf(operation, half)) expect(error).toBeInstanceOf(RequestError);
    for (const option of ['version', 'opua'])
      for (const error of await errorsOf(operation, friends, {
        [option]: '\udc00',
      }))
        expect(error).toBeInstanceOf(RequestError);
  });

  it.each([...values, ['a text', 'text'], ['a list', ['a']]] as const)(
    '%s as the options is a request error unless it says nothing',
    async (what, value) => {
      const isObject = typeof value === 'object' && value !== null && !what.includes('array');
      const saysNothing = isObject && isEmpty(value);
      for (const { kind } of await errorsOf(operation, friends, value))
        expect(kind).toBe(saysNothing ? 'api' : 'request');
    },
  );

  it('is not read by what it inherits', async () => {
    const { transport, sent } = capturing();
    const client = createClient({ baseUrl: 'http://msdk.example', apps, transport });
    const inherited = Object.assign(Object.create({ flags: 7, pf: 8 }) as object, friends);
    expect(validateInput(operation, inherited)).toEqual([]);
    await client.call(operation, inherited, { platform: 'qq' }).result();
    const body = JSON.parse(String(sent[0]?.body)) as Json;
    expect(body).not.toHaveProperty('pf', 8);
    expect(body).not.toHaveProperty('flags', 7);
  });

  it('is sent as it was when the call was made, whatever becomes of the object', async () => {
    const { transport, sent } = capturing({ ret: -1, msg: 'no' });
    const late: Interceptor = async (request, next) => {
      await Promise.resolve();
      return next(request);
    };
    const options = { baseUrl: 'http://msdk.example', apps, transport, interceptors: [late] };
    const input = structuredClone(friends);
    const call = createClient(options).call(operation, input, {
      platform: 'qq',
    });
    (input['fopenids'] as unknown[]).push('late');
    input['openid'] = 'late';
    await call.result();
    expect(JSON.stringify(sent)).not.toContain('late');
  });
});
