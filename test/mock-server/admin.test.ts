import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { adminRoutes } from '../../generator/mock/admin/app.js';
import { doubleOf } from '../support/mock-server/double.js';
import { post, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

/** Asks the admin surface, and gives status, headers and JSON. */
async function ask(url: string, path: string, method = 'GET', body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const init = body === undefined ? { method } : { method, body: text };
  const response = await fetch(`${url}/__msdk${path}`, init);
  const { status, headers } = response;
  expect(headers.get('content-type')).toBe('application/json');
  return { status, headers, json: await response.json() };
}

describe('the admin surface', () => {
  it('tells that it is there', async () => {
    const { url } = await serve();
    const { status, json } = await ask(url, '/health');
    expect([status, json]).toEqual([
      200,
      { status: 'ok', version: '0.0.0', now: expect.any(Number) as number },
    ]);
  });

  it('gives a world out, puts it in place, and says what is wrong with one', async () => {
    const { url } = await serve();
    const world = { players: [{ openid: 'O1', platform: 'qq' }], issued: 3 };
    expect((await ask(url, '/state', 'PUT', world)).status).toBe(200);
    const refused = await ask(url, '/state', 'PUT', { players: 7 });
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({
      problems: [{ pointer: '/players', message: 'must be an array' }],
    });
    expect((await ask(url, '/state', 'PUT', [])).status).toBe(400);
    expect((await ask(url, '/state')).json).toEqual(world);
    await ask(url, '/reset', 'POST');
    expect((await ask(url, '/state')).json).toEqual({});
  });

  it('moves the clock, and refuses what leads to no time', async () => {
    const { url } = await serve();
    const at = '2026-01-31T12:00:00.000Z';
    const move = async (body: unknown) => {
      const { status, json } = await ask(url, '/clock', 'POST', body);
      return status === 200 ? (json as { iso: string }).iso : status;
    };
    expect(await move({ set: '2026-01-31T20:00:00+08:00' })).toBe(at);
    expect(await move({ set: Date.parse(at) })).toBe(at);
    expect(await move({ advance: 1000 })).toBe('2026-01-31T12:00:01.000Z');
    for (const wrong of [{}, { set: 'noon' }, { set: 1, run: true }, { advance: '1' }, { run: 1 }])
      expect(await move(wrong), JSON.stringify(wrong)).toBe(400);
    for (const wrong of [{ advance: 1e300 }, { set: 9e15 }, { constructor: 1 }, null, [], 'set'])
      expect(await move(wrong), JSON.stringify(wrong)).toBe(400);
    expect((await ask(url, '/clock')).json).toMatchObject({ iso: '2026-01-31T12:00:01.000Z' });
    await move({ run: true });
    const now = (await ask(url, '/clock')).json as { now: number };
    expect(now.now).not.toBe(Date.parse(at) + 1000);
  });

  it('adds a rule and takes it off once', async () => {
    const off: string[] = [];
    const mock = { ...doubleOf(), rule: () => () => void off.push('off') };
    const { url } = await serve(undefined, { mock });
    const rule = { endpoint: '*', answer: { code: -1 } };
    const [first, second] = [
      await ask(url, '/rules', 'POST', rule),
      await ask(url, '/rules', 'POST', rule),
    ];
    expect([first.status, first.json, second.json]).toEqual([201, { id: '1' }, { id: '2' }]);
    expect((await ask(url, '/rules/1', 'DELETE')).status).toBe(200);
    expect((await ask(url, '/rules/1', 'DELETE')).status).toBe(404);
    for (const id of ['constructor', '__proto__', '..%2f2', '%2e%2e%2f2', '3'])
      expect((await ask(url, `/rules/${id}`, 'DELETE')).status, id).toBe(404);
    expect(off).toEqual(['off']);
    await ask(url, '/reset', 'POST');
    expect((await ask(url, '/rules/2', 'DELETE')).status).toBe(404);
  });

  it('says what is wrong with a rule', async () => {
    const { url } = await serve();
    const { status, json } = await ask(url, '/rules', 'POST', { answer: {} });
    expect([status, json]).toEqual([
      400,
      { problems: [{ pointer: '/endpoint', message: 'is missing' }] },
    ]);
    expect((await ask(url, '/rules', 'POST', 7)).status).toBe(400);
  });

  it('lists the last requests, those of an endpoint, and as many as are wanted', async () => {
    const { url, port } = await serve();
    for (const path of ['/auth/a', '/auth/b', '/auth/a', '/x']) await send(port, post(path));
    const list = async (query: string) => {
      const { json } = await ask(url, `/requests${query}`);
      const { total, requests } = json as { total: number; requests: { number: number }[] };
      return [total, requests.map(({ number }) => number)];
    };
    expect(await list('')).toEqual([4, [1, 2, 3, 4]]);
    expect(await list('?endpoint=/auth/a')).toEqual([2, [1, 3]]);
    expect(await list('?limit=1&endpoint=%2Fauth%2Fa')).toEqual([2, [3]]);
    expect(await list('?limit=0')).toEqual([4, []]);
    for (const limit of ['-1', 'x', '1e3', ''])
      expect((await ask(url, `/requests?limit=${limit}`)).status, limit).toBe(400);
  });

  it('takes JSON only, and no more of it than the limit', async () => {
    const { url } = await serve(undefined, { limits: { maxBody: 100 } });
    expect((await ask(url, '/state', 'PUT', '{"a":')).status).toBe(400);
    expect((await ask(url, '/state', 'PUT', '')).status).toBe(400);
    expect((await ask(url, '/state', 'PUT', ' '.repeat(101))).status).toBe(413);
    expect((await ask(url, '/state', 'PUT', `{${' '.repeat(98)}}`)).status).toBe(200);
  });

  it('answers a mock that fails with 500, and lives on', async () => {
    const snapshot = (): never => {
      throw new Error('secret of the engine');
    };
    const { url } = await serve(undefined, { mock: { ...doubleOf(), snapshot } });
    const { status, json } = await ask(url, '/state');
    expect(status).toBe(500);
    expect(JSON.stringify(json)).not.toContain('secret of the engine');
    expect((await ask(url, '/health')).status).toBe(200);
  });

  it('does nothing by members of an odd name', async () => {
    const { url } = await serve();
    const odd = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    for (const [path, method] of [
      ['/state', 'PUT'],
      ['/rules', 'POST'],
      ['/clock', 'POST'],
    ] as const)
      await ask(url, path, method, odd);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('paths and methods that are not there', () => {
  it('are answered with those that are', async () => {
    const known = adminRoutes.map(({ method, path }) => `${method.toUpperCase()} /__msdk${path}`);
    const { url } = await serve();
    for (const path of ['', '/', '/nothing', '/requests/', '/state/..%2f..%2fetc']) {
      const { status, json } = await ask(url, path);
      expect([status, json], path).toEqual([404, expect.objectContaining({ paths: known })]);
    }
    const { status, headers } = await ask(url, '/rules');
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask(url, '/clock', 'DELETE')).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await ask(url, '/health', 'OPTIONS')).status).toBe(405);
  });

  it('belong to the protocol unless they stand below /__msdk', async () => {
    const { port } = await serve();
    const targets = ['/__msdkx', '//__msdk/health', '/a/../__msdk/health', '/%5f_msdk/health'];
    for (const target of targets)
      expect((await send(port, post(target))).text).toContain(`"target":"${target}"`);
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1, of every route and of nothing else', async () => {
    const { url } = await serve();
    const { json } = await ask(url, '/openapi.json');
    const verdict = await new Validator().validate(
      structuredClone(json) as Record<string, unknown>,
    );
    expect(verdict).toMatchObject({ valid: true });
    const { openapi, paths } = json as { openapi: string; paths: Record<string, object> };
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => key !== 'parameters')
        .map((method) => `${method} ${path}`),
    );
    const served = adminRoutes.map(
      ({ method, path }) => `${method} /__msdk${path.replace(/:(\w+)/, '{$1}')}`,
    );
    expect(described.sort()).toEqual(served.sort());
    for (const one of described) {
      const [method = '', path = ''] = one.split(' ');
      const concrete = path.slice('/__msdk'.length).replace('{id}', '0');
      const { status, json: reply } = await ask(
        url,
        concrete,
        method.toUpperCase(),
        method === 'get' ? undefined : {},
      );
      expect(status, one).not.toBe(405);
      expect(reply, one).not.toMatchObject({ problems: [{ message: 'there is no such path' }] });
    }
  });
});
