import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  ApiError,
  createClient,
  createMsdk,
  retries,
  sign,
  type CallOptions,
  type HttpRequest,
  type MsdkOptions,
  type Platform,
  type SigningKey,
} from '../../generated/client/index.js';
import { inputMembers } from '../../generator/emit/client/input.js';
import { structsBelow, structsByName } from '../../generator/emit/json-schema.js';
import type { Model, Operation } from '../../generator/model/index.js';
import type { Json } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';
import { apps, capturing, inputOf, key, operationOf, queryValue } from '../support/client-calls.js';

/** What of service.yaml is also written in the runtime by hand, beside what the model knows. */
interface ByHand {
  readonly url: Readonly<Record<'trailingSlash' | 'doubledLeadingSlash', { sent: boolean }>>;
  readonly request: { readonly method: string; readonly contentTypesSeen: readonly string[] };
  readonly encryption: {
    readonly default: string;
    readonly method: string;
    readonly headers: readonly { readonly name: string; readonly value: string }[];
  };
  readonly envelope: {
    readonly httpStatus: number;
    readonly code: string;
    readonly success: number;
    readonly texts: readonly string[];
    readonly wrapping: { readonly codes: readonly { readonly code: number }[] };
  };
  readonly lenientReading: readonly { readonly id: string }[];
  readonly rateLimits: readonly {
    readonly seconds: number;
    readonly answers: readonly unknown[];
  }[];
}

const model = specModel();
const service = model.service as Model['service'] & ByHand;
const now = (): number => 1_700_000_000_987;

function operationAt(path: string): Operation {
  const [operation] = model.operations.filter((one) => one.path === path);
  if (operation === undefined) throw new Error(`no ${path}`);
  return operation;
}

/** What a client sends for an operation's first example. */
async function sentBy(
  operation: Operation,
  platform: Platform | undefined = operation.platforms[0],
  call: CallOptions = {},
  more: Partial<MsdkOptions> = {},
  change: Json = {},
): Promise<HttpRequest> {
  const [example] = operation.examples;
  if (example === undefined) throw new Error('no example');
  const { transport, sent } = capturing();
  const options = { baseUrl: 'http://msdk.example/', apps, transport, now, ...more };
  const msdk = createMsdk(options as MsdkOptions);
  const input = { ...inputOf(operation, example), ...change };
  await msdk.client.call(operationOf(operation), input, { ...call, platform }).result();
  const [request] = sent;
  if (request === undefined) throw new Error('nothing was sent');
  return request;
}

/** The error of a reply. */
async function errorOf(reply: Json, path = '/auth/verify_login'): Promise<ApiError | undefined> {
  const operation = operationAt(path);
  const { transport } = capturing(reply);
  const client = createClient({ baseUrl: 'http://msdk.example', apps, transport });
  const [example] = operation.examples;
  const input = example === undefined ? {} : inputOf(operation, example);
  const platform = operation.platforms[0];
  const result = await client.call(operationOf(operation), input, { platform }).result();
  return result.ok || !(result.error instanceof ApiError) ? undefined : result.error;
}

afterEach(() => void vi.useRealTimers());

describe('what service.yaml says is what the client does:', () => {
  it('the time that a call has where nothing is said', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    const never = (): Promise<never> => new Promise(() => undefined);
    const msdk = createMsdk({ baseUrl: 'http://msdk.example', apps, transport: never });
    let kind: string | undefined;
    const request = { openid: 'A1', openkey: 'k', userip: '192.0.2.1' };
    void msdk.auth.verifyLogin(request).catch((error: unknown) => {
      kind = (error as { kind: string }).kind;
    });
    await vi.advanceTimersByTimeAsync(service.timeout.milliseconds - 1);
    expect(kind).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(kind).toBe('timeout');
  });

  it('the method, the content type and the slashes of a request', async () => {
    for (const operation of model.operations) {
      const { method, headers, path, body } = await sentBy(operation);
      expect(method).toBe(operation.httpMethod);
      if (operation.hasBody) expect(method).toBe(service.request.method);
      expect(service.request.contentTypesSeen).toContain(headers['content-type'] ?? '');
      expect(headers['content-type'] !== undefined).toBe(operation.hasBody);
      if (operation.hasBody) expect(JSON.parse(String(body))).toBeTypeOf('object');
      const [withoutQuery = ''] = path.split('?');
      expect(withoutQuery.endsWith('/')).toBe(service.url.trailingSlash.sent);
      expect(withoutQuery.startsWith('//')).toBe(service.url.doubledLeadingSlash.sent);
      expect(withoutQuery).toBe(operation.path);
    }
  });

  it('the fixed parameters of the query: all where they are given, else those that are required', async () => {
    const namesOf = ({ path }: HttpRequest): string[] =>
      [...new URL(path, 'http://msdk.example').searchParams.keys()].sort();
    const given = {
      conn: 1,
      msdkExtInfo: 'a_1',
      version: '2.16.0i',
      ishttps: 1,
      opua: 'a',
    } as const;
    const all = await sentBy(operationAt('/relation/qqprofile'), 'qq', given);
    expect(namesOf(all)).toEqual(model.fixedQuery.map(({ name }) => name).sort());
    for (const [name, value] of Object.entries(given))
      expect(queryValue(all, name)).toBe(String(value));
    const withoutPlayer = operationAt('/relation/wx_mini_send_msg');
    const few = await sentBy(withoutPlayer);
    const required = model.fixedQuery.filter(({ presence }) => presence.required);
    const own = withoutPlayer.query.map(({ name }) => name);
    expect(namesOf(few)).toEqual([...required.map(({ name }) => name), ...own].sort());
  });

  it('the signature, its parameter, its selector and what it is made over', async () => {
    const {
      parameter,
      selector,
      keys,
      recommended,
      over,
      algorithm,
      vectors = [],
    } = service.signing;
    expect({ algorithm, over, output: service.signing.output }).toEqual({
      algorithm: 'md5',
      over: ['key', 'timestamp'],
      output: 'lowercase-hex',
    });
    const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
    const operation = operationAt('/relation/qqprofile');
    for (const encode of [undefined, ...Object.keys(keys).map(Number)]) {
      const more = encode === undefined ? {} : { encode: encode as SigningKey };
      const request = await sentBy(operation, 'qq', {}, more);
      expect(queryValue(request, 'timestamp')).toBe(String(Math.floor(now() / 1000)));
      expect(queryValue(request, selector)).toBe(String(encode ?? recommended));
      expect(queryValue(request, parameter)).toBe(
        md5(key + String(queryValue(request, 'timestamp'))),
      );
    }
    expect(() => createMsdk({ baseUrl: 'http://x', apps, encode: 3 as SigningKey })).toThrow();
    expect(vectors.length).toBeGreaterThan(0);
    for (const { input, output } of vectors) expect(sign(input, '')).toBe(output);
  });

  it('the prefixes of accounts, where they stand and where they do not', async () => {
    const seen: Partial<Record<Platform, Set<string>>> = {};
    for (const operation of model.operations)
      for (const platform of operation.platforms) {
        const prefix = service.accountPrefixes.find((one) => one.platform === platform)?.prefix;
        const request = await sentBy(operation, platform, {}, {}, { openid: 'B2' });
        const body = operation.hasBody ? (JSON.parse(String(request.body)) as Json) : {};
        const places: [string, unknown][] = [
          ['query.appid', queryValue(request, 'appid')],
          ['query.openid', queryValue(request, 'openid')],
          ...Object.entries(operationOf(operation).repeats).map(([name]): [string, unknown] => [
            `request.${name}`,
            body[name],
          ]),
        ];
        for (const [place, value] of places)
          if (prefix === undefined) expect(String(value), place).not.toMatch(/^[AG]_/);
          else if (String(value).startsWith(prefix)) (seen[platform] ??= new Set()).add(place);
      }
    // Whether Apple's prefix stands in the query too is an open contradiction: there it repeats the body.
    const meanwhile: Partial<Record<Platform, string[]>> = { apple: ['query.appid'] };
    for (const { platform, where } of service.accountPrefixes) {
      const expected = new Set([...where, ...(meanwhile[platform] ?? [])]);
      expect([...(seen[platform] ?? [])].sort(), platform).toEqual([...expected].sort());
    }
  });

  it('a prefix that is there already is not put there again', async () => {
    const withPrefix = { ...apps, guest: { appid: 'G_100000001', key } };
    const operation = operationAt('/auth/guest_check_token');
    const request = await sentBy(operation, 'guest', {}, { apps: withPrefix });
    expect(queryValue(request, 'appid')).toBe('G_100000001');
    expect(queryValue(request, 'openid')).toMatch(/^G_[^G]/);
  });

  it('the headers and the method of encryption, and that there is none where it is not asked for', async () => {
    const same = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
      bytes.map((byte) => byte ^ 1);
    const bodyCodec = { encrypt: same, decrypt: (body: Uint8Array) => same(new Uint8Array(body)) };
    const headersFor = async (more: object): Promise<[string, string][]> => {
      const { headers } = await sentBy(operationAt('/relation/qqprofile'), 'qq', {}, more);
      return Object.entries(headers).filter(([name]) => /encrypt/i.test(name));
    };
    const expected = service.encryption.headers.map(({ name, value }) => [
      name.toLowerCase(),
      value,
    ]);
    expect((await headersFor({ bodyCodec, encrypt: true })).sort()).toEqual(expected.sort());
    for (const [, value] of expected) expect(value).toBe(service.encryption.method);
    expect(service.encryption.default).toBe('none');
    expect(await headersFor({ bodyCodec })).toEqual([]);
  });

  it('the code of a reply, its success and the members of its text', async () => {
    const { code, success, texts, httpStatus } = service.envelope;
    expect([httpStatus, code, success]).toEqual([200, 'ret', 0]);
    expect([...new Set(model.operations.map(({ envelope }) => envelope))].sort()).toEqual(
      [...texts].sort(),
    );
    for (const text of texts)
      expect(await errorOf({ [code]: success + 1, [text]: 'words' })).toMatchObject({
        text: 'words',
      });
    expect(await errorOf({ [code]: success, msg: '' })).toBeUndefined();
  });

  it('the codes that wrap a platform’s own, and no others', async () => {
    const codes = service.envelope.wrapping.codes.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    const listed = model.tables.flatMap((table) => table.codes.flatMap(({ code }) => code ?? []));
    for (const ret of new Set([...codes, ...listed, -1, 1, 424242])) {
      if (ret === 0) continue;
      const error = await errorOf({ ret, msg: ' 4711 ,words, 4712' });
      expect(error?.platformCode, String(ret)).toBe(codes.includes(ret) ? 4711 : undefined);
    }
  });

  it('the secrets of a request, by their names wherever they stand', () => {
    const names = service.secrets
      .filter(({ where }) => where.includes('request') || where.includes('query'))
      .map(({ name }) => name);
    const structs = structsByName(model);
    const found = new Set<string>();
    for (const operation of model.operations) {
      const members = inputMembers(operation);
      const all = [
        members,
        ...structsBelow(members, structs).map((struct) => struct.members),
      ].flat();
      const secret = all.filter((member) => member.secret || names.includes(member.name));
      const expected = new Set(secret.map(({ name }) => name));
      expect([...operationOf(operation).secrets].sort()).toEqual([...expected].sort());
      for (const name of expected) found.add(name);
    }
    // The signature is the client's own doing; the test of secrets shows that it is kept.
    expect([...found].sort()).toEqual(names.filter((name) => name !== 'sig').sort());
  });

  it('the rules of lenient reading, which are those that the tests of reading know', () => {
    expect(service.lenientReading.map(({ id }) => id)).toEqual([
      'number-or-digits',
      'empty-or-null',
      'empty-array-or-object',
      'array-or-json-text',
    ]);
  });

  it('the time after which a player may call again', async () => {
    const [{ seconds, answers } = { seconds: 0, answers: [] }] = service.rateLimits;
    for (const answer of answers) {
      const reply =
        typeof answer === 'number' ? { ret: answer, msg: '' } : { ret: -9, msg: answer };
      const error = await errorOf(reply);
      if (error === undefined) throw new Error('no error');
      const policy = retries({ random: () => 0 });
      const operation = { path: '', effect: 'read', idempotent: true } as const;
      expect(policy.delayAfter(1, error, operation, 10_000), String(answer)).toBe(seconds * 1000);
    }
  });
});
