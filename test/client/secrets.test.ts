import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMsdk,
  ReplyRefused,
  sign,
  type AnyOperation,
  type CallError,
  type HttpReply,
  type HttpRequest,
  type MsdkOptions,
} from '../../generated/client/index.js';
import { masked } from '../../templates/runtime/secrets.js';
import type { Operation } from '../../generator/model/index.js';
import { specModel } from '../support/catalogue.js';
import { apps, inputOf, operationOf } from '../support/client-calls.js';
import type { Json } from '../support/broken-facts.js';

const model = specModel();
const key = 'kept/secret-"key"';
const appsWithKey = Object.fromEntries(
  Object.entries(apps).map(([name, app]) => [name, { ...app, key }]),
) as typeof apps;
const now = (): number => 1_700_000_000_000;
const sig = sign(key, '1700000000');

/** Operations with secret members that may be texts, each once. */
const bearing = model.operations.filter((operation) => operationOf(operation).secrets.length > 0);

/** Signs that encoders treat in ways of their own, and letters that stand nowhere else. */
const exotic = fc.constantFrom('"', '\\', '%', '/', '+', '&', '=', ':');
const long = fc
  .array(fc.oneof(exotic, fc.constantFrom('q', 'Q', '7', '-', '%2F', '\\u')), { maxLength: 12 })
  .map((parts) => `Tq7${parts.join('')}x9Z`);
/** So short that nothing else may hold it. */
const short = fc.constantFrom('^|', '^{', '{%}', '|^|');
const tokens = fc.oneof(long, long, short);

/** How servers and programs write a text into another. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  (text) => new URLSearchParams({ t: text }).toString().slice(2),
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(text).replaceAll('/', '\\/'),
];

/** Everything that a log may show of an error and of what caused it. */
function shownOf(error: unknown): string {
  const parts: string[] = [];
  for (let one = error; one !== undefined; one = (one as { cause?: unknown }).cause) {
    const { message, stack } = one as Error;
    parts.push(message, String(stack), `${one as Error}`, JSON.stringify(one));
    parts.push(inspect(one, { depth: 10 }), inspect(one, { depth: 10, showHidden: true }));
    if (parts.length > 50) throw new Error('the causes have no end');
  }
  return parts.join('\n');
}

function expectHidden(error: unknown, secrets: readonly string[]): void {
  const shown = shownOf(error);
  for (const secret of secrets)
    for (const write of writings) {
      const written = write(secret).replace(/^"|"$/g, '');
      expect(shown.includes(written), `${written} in ${shown}`).toBe(false);
      // As it stands in JSON in JSON.
      expect(shown.includes(JSON.stringify(written).slice(1, -1)), shown).toBe(false);
    }
}

/** An operation's input with a token in every secret member. */
function inputWith(operation: Operation, token: string): Json {
  const [example] = operation.examples;
  if (example === undefined) throw new Error('no example');
  const input = inputOf(operation, example);
  for (const name of operationOf(operation).secrets)
    if (name in (operationOf(operation).input.properties ?? {})) input[name] = token;
  return input;
}

async function failureOf(
  operation: Operation,
  input: Json,
  more: Partial<Pick<MsdkOptions, 'transport' | 'fetch' | 'interceptors'>>,
): Promise<CallError> {
  const msdk = createMsdk({
    baseUrl: 'http://msdk.example',
    apps: appsWithKey,
    now,
    retry: false,
    ...more,
  });
  const [platform] = operation.platforms;
  const data: AnyOperation = operationOf(operation);
  const result = await msdk.client.call(data, input, { platform }).result();
  if (result.ok) throw new Error('the call succeeded');
  return result.error;
}

/** A reply of the server, made from what it was sent. */
function replying(reply: (request: HttpRequest) => Partial<HttpReply> & { text: string }) {
  return (request: HttpRequest): Promise<HttpReply> => {
    const { text, ...more } = reply(request);
    const body = new TextEncoder().encode(text);
    return Promise.resolve({ status: 200, headers: {}, ...more, body });
  };
}

/** A token with the operation that it is put into, and how it is echoed. */
const cases = fc.record({
  operation: fc.constantFrom(...bearing),
  token: tokens,
  write: fc.constantFrom(...writings),
});

describe('the secrets of a call', () => {
  it('stand in no error by which the server repeats them in its text', async () => {
    await fc.assert(
      fc.asyncProperty(
        cases,
        fc.constantFrom(-10000, -1, 7),
        async ({ operation, token, write }, ret) => {
          const words = `-73,${write(token)} and ${write(key)} for ${write(sig)}`;
          for (const text of [words, { inner: [words] }, [words]]) {
            const reply = { ret, [operation.envelope]: text, msdkExtInfo: text, [token]: token };
            const transport = replying(() => ({ text: JSON.stringify(reply) }));
            const error = await failureOf(operation, inputWith(operation, token), { transport });
            expect(error.kind).toBe('api');
            expectHidden(error, [token, key, sig]);
          }
        },
      ),
    );
  });

  it('stand in no error of a reply that repeats the request, as a page, as JSON, in headers', async () => {
    const page = (request: HttpRequest): string =>
      `<html>${request.origin}${request.path}\n${String(request.body)}</html>`;
    const replies: readonly ((request: HttpRequest) => Partial<HttpReply> & { text: string })[] = [
      (request) => ({ text: page(request) }),
      (request) => ({ text: page(request), status: 502 }),
      (request) => ({ text: '', status: 302, headers: { location: request.path } }),
      (request) => ({ text: JSON.stringify(page(request)) }),
      (request) => ({ text: JSON.stringify({ ret: page(request) }) }),
      (request) => ({ text: JSON.stringify({ ret: 0, msg: [], [page(request)]: [] }) }),
      (request) => ({ text: `{"ret":0,"a":${JSON.stringify(page(request))},"a":1}` }),
      (request) => ({ text: `{"ret":0,"msg":${String(request.body)}` }),
    ];
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(...replies), async ({ operation, token }, reply) => {
        const error = await failureOf(operation, inputWith(operation, token), {
          transport: replying(reply),
        });
        expect(['http', 'reply']).toContain(error.kind);
        expectHidden(error, [token, key, sig]);
      }),
    );
  });

  it('stand in no error by which a fetch or a transport tells of the request', async () => {
    const thrown: readonly ((url: string, body: string) => unknown)[] = [
      (url, body) => new Error(`cannot reach ${url} with ${body}`),
      (url, body) => Object.assign(new Error('failed'), { url, config: { data: { body } } }),
      (url) => new Error('failed', { cause: new TypeError(url) }),
      (url) => new Error('failed', { cause: new Error('inner', { cause: { deep: [{ url }] } }) }),
      (url) => new DOMException(url, 'NetworkError'),
      (url) => new AggregateError([new Error(url)], 'all failed'),
      (url) => Object.assign(new Error('failed'), { code: url }),
      (url) => Object.assign(new Error('failed'), { name: url }),
      (url) => Object.assign(new Error('failed'), { stack: `Error\n at ${url}` }),
      (url) => Object.assign(new Error('failed'), { [url]: 1 }),
      (url) => Object.assign(new Error('failed'), { [Symbol('url')]: url }),
      (url) => Object.assign(new Error('failed'), { symbol: Symbol(url) }),
      (url) => Object.assign(new Error('failed'), { url: new URL(url) }),
      (url) => Object.assign(new Error('failed'), { request: new Request(url) }),
      (url) => Object.assign(new Error('failed'), { headers: new Headers({ referer: url }) }),
      (url) => Object.assign(new Error('failed'), { all: new Map([[url, new Set([url])]]) }),
      (url) => Object.assign(new Error('failed'), { toJSON: () => url }),
      (url) => Object.assign(new Error('failed'), { toString: () => url }),
      (url) => new ReplyRefused(`too large: ${url}`),
      (url) => new PrivateError(url),
      (url) => ({ reason: url }),
      (url) => url,
      (url) => Symbol(url),
      (url) => withGetter(url),
      (url) => withCycle(url),
      (url) => Object.defineProperty(new Error('failed'), 'hidden', { value: url }),
    ];
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom(...thrown), async ({ operation, token }, make) => {
        const input = inputWith(operation, token);
        const fail = async (url: string, body: unknown): Promise<never> => {
          await Promise.resolve();
          // What is thrown need not be an error.
          const thrown: unknown = make(url, String(body));
          throw thrown as Error;
        };
        const failing = [
          { fetch: (url: string, { body }: RequestInit) => fail(url, body) },
          {
            transport: (request: HttpRequest) => fail(request.origin + request.path, request.body),
          },
        ];
        for (const more of failing) {
          const error = await failureOf(operation, input, more);
          expect(['network', 'reply']).toContain(error.kind);
          expectHidden(error, [token, key, sig]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are those of the call’s beginning, whatever becomes of the request', async () => {
    const [operation] = bearing.filter(({ path }) => path === '/auth/verify_login');
    if (operation === undefined) throw new Error('no operation');
    const transport = replying(({ body }) => ({
      text: JSON.stringify({ ret: -1, msg: String(body) }),
    }));
    const input = inputWith(operation, 'first-token');
    const call = failureOf(operation, input, { transport });
    input['openkey'] = 'second-token';
    expectHidden(await call, ['first-token']);
  });

  it('do not make a cause unknown that tells none of them', async () => {
    const [operation] = bearing;
    if (operation === undefined) throw new Error('no operation');
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const fetch = (): Promise<never> => Promise.reject(cause);
    const error = await failureOf(operation, inputWith(operation, 'a-token'), { fetch });
    expect(error.cause).toBe(cause);
    expect(error.message).toContain('ECONNREFUSED');
    const telling = Object.assign(new TypeError('a-token'), { code: 'ECONNRESET' });
    const other = await failureOf(operation, inputWith(operation, 'a-token'), {
      fetch: () => Promise.reject(telling),
    });
    expect(other.cause).toMatchObject({ name: 'TypeError', message: '***', code: 'ECONNRESET' });
    expect(other.message).toContain('ECONNRESET');
  });
});

describe('masking', () => {
  it('leaves no secret in full, also where they overlap or hold one another', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 });
    const secrets = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 }));
    fc.assert(
      fc.property(texts, secrets, (text, all) => {
        const shown = masked(text, all);
        for (const secret of all) if (secret !== '') expect(shown).not.toContain(secret);
        expect(all.some((secret) => secret !== '' && text.includes(secret))).toBe(shown !== text);
      }),
      { numRuns: 1000 },
    );
  });

  it('masks the longer of two secrets as one', () => {
    expect(masked('token-long and token', ['token', 'token-long'])).toBe('*** and ***');
  });
});

/** An error that keeps what it knows to itself until it is shown. */
class PrivateError extends Error {
  readonly #url: string;
  constructor(url: string) {
    super('failed');
    this.#url = url;
  }
  override toString(): string {
    return `PrivateError at ${this.#url}`;
  }
}

function withGetter(url: string): Error {
  return Object.defineProperty(new Error('failed'), 'url', {
    enumerable: true,
    get: () => {
      throw new Error(url);
    },
  });
}

function withCycle(url: string): Error {
  const error = new Error(url);
  return Object.assign(error, { cause: error });
}
