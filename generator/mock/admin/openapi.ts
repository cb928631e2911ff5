import { problemsSchema } from './problem.js';
import { adminBase, ok, type AdminRoute, type Schema } from './route.js';

/** The route that gives the description of all of them, itself among them. */
export function describingRoute(others: readonly AdminRoute[]): AdminRoute {
  const route: AdminRoute = {
    method: 'get',
    path: '/openapi.json',
    operationId: 'describe',
    summary: 'Describe this surface',
    replies: { 200: { description: 'OpenAPI 3.1.', schema: { type: 'object' } } },
    answer: (_request, { version }) => ok(describe([...others, route], version)),
  };
  return route;
}

function describe(routes: readonly AdminRoute[], version: string): object {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return {
    openapi: '3.1.0',
    info: {
      title: 'The admin surface of msdk mock',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      paths.map((path) => [
        adminBase + path.replace(/:(\w+)/g, '{$1}'),
        {
          ...parametersOf(path),
          ...Object.fromEntries(
            routes
              .filter((route) => route.path === path)
              .map((route) => [route.method, operationOf(route)]),
          ),
        },
      ]),
    ),
  };
}

function parametersOf(path: string): object {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  if (names.length === 0) return {};
  return {
    parameters: names.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
  };
}

function operationOf({ operationId, summary, query = [], body, replies }: AdminRoute): object {
  const refused = { 403: errorReply('Asked by a web page, or by a name that is not its own.') };
  const unusable = body === undefined ? {} : { 413: errorReply('The body is over the limit.') };
  return {
    operationId,
    summary,
    ...(query.length === 0
      ? {}
      : { parameters: query.map((parameter) => ({ ...parameter, in: 'query' })) }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: json(body) } }),
    responses: Object.fromEntries(
      Object.entries({ ...replies, ...refused, ...unusable }).map(([status, reply]) => [
        status,
        { description: reply.description, content: json(reply.schema) },
      ]),
    ),
  };
}

function errorReply(description: string): { description: string; schema: Schema } {
  return { description, schema: problemsSchema };
}

function json(schema: Schema): object {
  return { 'application/json': { schema } };
}
