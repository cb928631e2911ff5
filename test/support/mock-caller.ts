import { createMock, type Mock, type MockOptions } from '../../generated/mock/index.js';
import type { Example, Operation } from '../../generator/model/index.js';
import { specModel } from './catalogue.js';

export type Json = Readonly<Record<string, unknown>>;

/** What a call sends beside its path and body. */
export interface Extras {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly reply: Json;
}

/** A mock whose clock stands still, and a way to call it. */
export interface Called {
  readonly mock: Mock;
  /** Sends a call, and gives the parsed reply; an empty one where it is no JSON. */
  readonly call: (path: string, body?: Json | string, extras?: Extras) => Promise<Answered>;
  /** The same, and gives the reply alone. */
  readonly ask: (path: string, body?: Json | string, extras?: Extras) => Promise<Json>;
}

export const start = '2026-03-02T08:00:00Z';

export function calledMock(options: MockOptions = {}): Called {
  const mock = createMock({ clock: start, ...options });
  const call: Called['call'] = async (path, body, { query, headers } = {}) => {
    const appid = typeof body === 'object' ? body['appid'] : undefined;
    const parameters = new URLSearchParams({
      timestamp: '1478745715',
      appid: typeof appid === 'string' && appid !== '' ? appid : '100000001',
      sig: '0'.repeat(32),
      encode: '2',
      ...query,
    });
    const response = await mock.fetch(`http://mock${path}?${parameters.toString()}`, {
      method: 'POST',
      headers: { ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const reply = text.startsWith('{') ? (JSON.parse(text) as Json) : {};
    return { status: response.status, headers: response.headers, reply };
  };
  return { mock, call, ask: async (...args) => (await call(...args)).reply };
}

/** An example of the catalogue as a call: its path, body and query. */
export function callOf(
  operation: Operation,
  example: Example | undefined = operation.examples[0],
): [path: string, body: Json | undefined, extras: Extras] {
  const query = Object.entries(example?.query ?? {}).map(([name, value]) => [name, String(value)]);
  return [
    operation.path,
    operation.hasBody ? example?.request : undefined,
    { query: Object.fromEntries(query) as Record<string, string> },
  ];
}

const { operations } = specModel();

/** An endpoint of the catalogue. */
export function endpoint(path: string): Operation {
  const found = operations.find((operation) => operation.path === path);
  if (found === undefined) throw new Error(`no endpoint ${path}`);
  return found;
}

/** An example request's body, with some of its members changed. */
export function bodyOf(path: string, changes: Json = {}): Json {
  return { ...endpoint(path).examples[0]?.request, ...changes };
}
