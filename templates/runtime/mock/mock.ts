import { inspect, type Admission, type MockApp } from './inspect.js';
import type { MockOperation } from './operation.js';
import { preferredReply, readPreference } from './prefer.js';
import { Refusal, refusals } from './refusal.js';

/** Whom the mock lets in; anyone where nothing is said. */
export interface MockOptions {
  readonly apps?: readonly MockApp[];
  /** Accept any signature. Without apps this is so anyway. */
  readonly anyKey?: boolean;
}

/** A mock of the server. */
export interface Mock {
  /** Answers a request as the server would, always with HTTP status 200. It takes what any `fetch` takes. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
}

/** The second names of modules: `wxoauth` for `auth`. */
export type ModuleAliases = Readonly<Record<string, string>>;

/** Makes a mock of these endpoints. */
export function mockOf(
  operations: readonly MockOperation[],
  aliases: ModuleAliases,
  options: MockOptions = {},
): Mock {
  const byPath = new Map(operations.map((operation) => [operation.path, operation]));
  const apps = options.apps ?? [];
  const admission: Admission = { apps, anyKey: options.anyKey ?? apps.length === 0 };
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const url = new URL(request.url);
      try {
        const operation = byPath.get(normalPath(url.pathname, aliases));
        if (operation === undefined) throw refusals.pathUnknown();
        return await answer(operation, url.searchParams, request, admission);
      } catch (error) {
        if (error instanceof Refusal)
          return reply({ ret: error.ret, msg: error.message, err_type: '5' }, url);
        throw error;
      }
    },
  };
}

async function answer(
  operation: MockOperation,
  query: URLSearchParams,
  request: Request,
  admission: Admission,
): Promise<Response> {
  const url = new URL(request.url);
  try {
    inspect(operation, query, await request.text(), admission);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply({ ret: error.ret, [operation.envelope]: error.message, err_type: '5' }, url);
  }
  const wanted = preferredReply(operation, readPreference(request.headers.get('prefer')));
  if (wanted === undefined)
    return new Response('the endpoint documents no such reply\n', {
      status: 400,
      headers: { 'content-type': 'text/plain' },
    });
  return reply(wanted, url);
}

/** A path as the catalogue writes it: one leading slash, none behind, the module's own name. */
function normalPath(path: string, aliases: ModuleAliases): string {
  const [module = '', ...rest] = path.split('/').filter((part) => part !== '');
  const own = Object.hasOwn(aliases, module) ? aliases[module] : module;
  return `/${[own, ...rest].join('/')}`;
}

/** JSON and a newline, as the server sends it (field-notes:6), with what the request passed through. */
function reply(body: object, url: URL): Response {
  const passed = url.searchParams.get('msdkExtInfo');
  const whole = passed === null ? body : { ...body, msdkExtInfo: passed };
  return new Response(`${JSON.stringify(whole)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
}
