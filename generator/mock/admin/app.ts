import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import { AddedRules } from './added-rules.js';
import { clockRoutes } from './clock.js';
import { intruder } from './guard.js';
import { readJson } from './json-body.js';
import { describingRoute } from './openapi.js';
import { requestRoutes } from './requests.js';
import { adminBase, type AdminContext, type AdminReply, type AdminRoute } from './route.js';
import { ruleRoutes } from './rules.js';
import { worldRoutes } from './world.js';

/** What the surface needs of the server around it. */
export interface AdminOptions extends Omit<AdminContext, 'rules'> {
  /** The address that the server is bound to. */
  readonly host: string;
  /** Names by which it may be called, too. */
  readonly names?: readonly string[];
  readonly maxBody: number;
  readonly failed: (method: string, target: string, error: unknown) => void;
}

type Bound = Context<{ Bindings: HttpBindings }>;

const described: readonly AdminRoute[] = [
  ...requestRoutes,
  ...worldRoutes,
  ...clockRoutes,
  ...ruleRoutes,
];

/** Every route of the surface. */
export const adminRoutes: readonly AdminRoute[] = [...described, describingRoute(described)];

/** The admin surface as an application. All its replies are JSON. */
export function adminApp(options: AdminOptions): Hono<{ Bindings: HttpBindings }> {
  const context: AdminContext = { ...options, rules: new AddedRules() };
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (c, next) => {
    const reason = intruder(c.env.incoming, [options.host, ...(options.names ?? [])]);
    if (reason !== undefined) return c.json(problem(reason), 403);
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    return undefined;
  });
  for (const route of adminRoutes)
    app.on(route.method, adminBase + route.path, async (c) => {
      const { status, body } = await serve(route, c, context, options.maxBody);
      return c.json(body, status);
    });
  for (const [path, methods] of methodsByPath())
    app.all(adminBase + path, (c) =>
      c.json(problem(`it takes ${methods}`), 405, { Allow: methods }),
    );
  const known = adminRoutes.map(
    ({ method, path }) => `${method.toUpperCase()} ${adminBase}${path}`,
  );
  app.notFound((c) => c.json({ ...problem('there is no such path'), paths: known }, 404));
  app.onError((error, c) => {
    options.failed(c.req.method, c.req.path, error);
    return c.json(problem('the mock failed at this request; its log says how'), 500);
  });
  return app;
}

async function serve(
  route: AdminRoute,
  c: Bound,
  context: AdminContext,
  maxBody: number,
): Promise<AdminReply | { status: 413; body: object }> {
  const read = route.body === undefined ? undefined : await readJson(c.env.incoming, maxBody);
  if (read !== undefined && 'refused' in read)
    return { status: read.refused, body: problem(read.reason) };
  return route.answer(
    {
      query: (name) => c.req.query(name),
      parameter: (name) => c.req.param(name) ?? '',
      body: read?.value,
    },
    context,
  );
}

function problem(message: string): object {
  return { problems: [{ pointer: '', message }] };
}

function methodsByPath(): Map<string, string> {
  const byPath = new Map<string, string>();
  for (const { method, path } of adminRoutes) {
    const name = method === 'get' ? 'GET, HEAD' : method.toUpperCase();
    const before = byPath.get(path);
    byPath.set(path, before === undefined ? name : `${before}, ${name}`);
  }
  return byPath;
}
