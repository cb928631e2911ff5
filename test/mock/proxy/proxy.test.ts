import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createProxy, type Proxy, type ProxyOptions } from '../../../generator/mock/proxy/proxy.js';
import {
  asked,
  json,
  knowledge,
  query,
  rawUpstream,
  upstream,
  type UpstreamServer,
} from '../../support/upstream.js';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

function proxyTo(server: { readonly url: URL }, options: Partial<ProxyOptions> = {}): Proxy {
  const proxy = createProxy({ target: server.url, knowledge, timeoutMs: 2000, ...options });
  open.push(() => proxy.close());
  return proxy;
}

function running<T extends UpstreamServer>(server: T): T {
  open.push(() => server.close());
  return server;
}

const secret = 'TOKEN-q7Zk-0815';
const target = `/auth/verify_login?${query}&access_token=${secret}`;

describe('a proxy', () => {
  it('sends method, target and body as they came', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0, msg: 'ok' })));
    const proxy = proxyTo(server);
    const odd = `//auth/verify_login/?${query}&a=%7e%2F+x&a=%e4%b8%ad&&b`;
    const body = '{ "openid" : "中\\u4e2d" }\n';
    const reply = await proxy.answer(asked(odd, body, { 'content-type': 'text/x-own' }, 'PUT'));
    expect(reply).toMatchObject({ status: 200, body: '{"ret":0,"msg":"ok"}\n' });
    expect(server.arrived).toMatchObject([
      { method: 'PUT', url: odd, body, headers: { 'content-type': 'text/x-own' } },
    ]);
  });

  it('puts the path behind that of the target', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0 })));
    const proxy = proxyTo({ url: new URL('/gateway/', server.url) });
    await proxy.answer(asked('//auth/verify_login?a=1'));
    expect(server.arrived[0]?.url).toBe('/gateway//auth/verify_login?a=1');
  });

  it('keeps end-to-end headers and drops those of the connection, both ways', async () => {
    const server = running(
      await upstream((_, response) => {
        response.setHeader('x-reply', 'kept');
        response.setHeader('connection', 'x-private');
        response.setHeader('x-private', '1');
        json(response, { ret: 0 });
      }),
    );
    const proxy = proxyTo(server);
    const headers = {
      host: 'evil.example',
      connection: 'close, X-Own-Hop',
      'x-own-hop': '1',
      te: 'trailers',
      upgrade: 'websocket',
      'keep-alive': 'timeout=1',
      'proxy-authorization': 'Basic x',
      'transfer-encoding': 'chunked',
      'content-length': '999',
      'accept-encoding': 'br',
      'x-game': 'kept',
    };
    const reply = await proxy.answer(asked('/auth/verify_login', '{}', headers));
    expect(server.arrived[0]?.headers).toEqual({
      host: server.url.host,
      connection: 'keep-alive',
      'accept-encoding': 'identity',
      'content-length': '2',
      'x-game': 'kept',
    });
    expect(reply.headers['x-reply']).toBe('kept');
    expect(reply.headers).not.toHaveProperty('x-private');
    expect(reply.headers).not.toHaveProperty('connection');
  });

  it('asks for the usual headers where a request does not list its own', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0 })));
    const { headers: _, ...request } = asked('/auth/verify_login', '{}', {
      'content-type': 'a/b',
      'user-agent': 'game',
    });
    await proxyTo(server).answer(request);
    expect(server.arrived[0]?.headers).toMatchObject({
      'content-type': 'a/b',
      'user-agent': 'game',
    });
  });

  it('contacts nobody else, whatever a request says', async () => {
    const evil = running(await upstream((_, response) => json(response, { ret: 0 })));
    const server = running(
      await upstream((_, response) => {
        response.writeHead(302, { location: `${evil.url.href}auth/verify_login` });
        response.end();
      }),
    );
    const proxy = proxyTo(server);
    const { host } = evil.url;
    const headers = { host, forwarded: `host=${host}`, 'x-forwarded-host': host };
    const targets = [
      `${evil.url.href}a`,
      `//${host}/a`,
      `http://${host}?a`,
      `/@${host}/a`,
      `//@${host}`,
    ];
    for (const one of targets) {
      const reply = await proxy.answer(asked(one, '', headers));
      expect(reply.status).toBe(302);
      expect(reply.headers['location']).toContain(host);
    }
    expect(server.arrived.map(({ url }) => url)).toEqual([
      '/a',
      `//${host}/a`,
      '/?a',
      `/@${host}/a`,
      `//@${host}`,
    ]);
    for (const one of ['*', `${host}:443`, 'file:///etc/passwd'])
      expect((await proxy.answer(asked(one))).status).toBe(400);
    expect(evil.arrived).toEqual([]);
  });

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>();
    const server = running(
      await upstream((_, response) => {
        ports.add(response.socket?.remotePort);
        json(response, { ret: 0 });
      }),
    );
    const proxy = proxyTo(server);
    for (let count = 0; count < 5; count++) await proxy.answer(asked('/auth/verify_login', '{}'));
    expect(ports.size).toBe(1);
  });

  it('reads a compressed reply that nobody asked for', async () => {
    const server = running(
      await upstream((_, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' });
        response.end(gzipSync('{"ret":0,"msg":"压缩"}'));
      }),
    );
    const reply = await proxyTo(server).answer(asked('/auth/verify_login', '{}'));
    expect(reply.body).toBe('{"ret":0,"msg":"压缩"}');
    expect(reply.headers).not.toHaveProperty('content-encoding');
    expect(reply.headers).not.toHaveProperty('content-length');
  });

  it('tells of a body that it cannot forward', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0 })));
    const request = asked('/auth/verify_login');
    const proxy = proxyTo(server);
    const large = await proxy.answer({ ...request, body: { unreadable: 'too-large' } });
    const foreign = await proxy.answer({ ...request, body: { unreadable: 'not-utf-8' } });
    expect([large.status, foreign.status, server.arrived.length]).toEqual([413, 415, 0]);
  });
});

const head = 'HTTP/1.1 200 OK\r\n';

/** Services that give no reply, and how the caller is told. */
const broken: readonly [what: string, server: () => Promise<UpstreamServer>, status: number][] = [
  ['hangs', () => upstream(() => undefined), 504],
  [
    'hangs in the body',
    () => rawUpstream((s) => void s.write(`${head}content-length: 9\r\n\r\n{`)),
    504,
  ],
  ['resets', () => rawUpstream((s) => void s.resetAndDestroy()), 502],
  ['closes', () => rawUpstream((s) => void s.end()), 502],
  ['speaks no HTTP', () => rawUpstream((s) => void s.end('SSH-2.0-x\r\n')), 502],
  [
    'ends too early',
    () => rawUpstream((s) => void s.end(`${head}content-length: 99\r\n\r\n{}`)),
    502,
  ],
  [
    'breaks a chunk',
    () => rawUpstream((s) => void s.end(`${head}transfer-encoding: chunked\r\n\r\nZZ\r\n`)),
    502,
  ],
  [
    'upgrades',
    () =>
      rawUpstream((s) => void s.end('HTTP/1.1 101 X\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')),
    502,
  ],
  ['answers without end', () => upstream((_, r) => void r.end('x'.repeat(70_000))), 502],
  [
    'is a bomb',
    () =>
      upstream(
        (_, r) =>
          void r.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(70_000))),
      ),
    502,
  ],
  [
    'lies of gzip',
    () => upstream((_, r) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end('{}')),
    502,
  ],
  [
    'compresses otherwise',
    () => upstream((_, r) => void r.writeHead(200, { 'content-encoding': 'x-own' }).end('{}')),
    502,
  ],
  ['is not UTF-8', () => upstream((_, r) => void r.end(Buffer.from([0xc4, 0xe3]))), 502],
];

describe('a service that gives no reply', () => {
  it.each(broken)('%s', async (_, start, status) => {
    const server = running(await start());
    const proxy = proxyTo(server, { timeoutMs: 300, maxBytes: 65_536 });
    const reply = await proxy.answer(asked(target, { accessToken: secret }));
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toContain('text/plain');
    expect(reply.body).toContain(server.url.host);
    expect(reply.body).not.toContain(secret);
    expect(proxy.drift().summary).toMatchObject({ exchanges: 0, unanswered: 1 });
  });

  it('refuses connections', async () => {
    const server = await upstream(() => undefined);
    await server.close();
    const reply = await proxyTo(server).answer(asked(target));
    expect(reply).toMatchObject({
      status: 502,
      body: `msdk mock: no reply from ${server.url.origin}: the connection was refused (ECONNREFUSED)\n`,
    });
  });

  it('has no name', async () => {
    const reply = await proxyTo({ url: new URL('http://nowhere.invalid') }).answer(asked(target));
    expect(reply.status).toBe(502);
    expect(reply.body).toContain('http://nowhere.invalid');
  });

  it('speaks no TLS', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0 })));
    const { host } = server.url;
    const reply = await proxyTo({ url: new URL(`https://${host}`) }).answer(asked(target));
    expect(reply.status).toBe(502);
    expect(reply.body).toContain('TLS failed');
  });

  it('is there again for the next request', async () => {
    let isFirst = true;
    const server = running(
      await upstream((_, response) => {
        if (isFirst) response.socket?.destroy();
        else json(response, { ret: 0, msg: '' });
        isFirst = false;
      }),
    );
    const proxy = proxyTo(server);
    expect((await proxy.answer(asked(target))).status).toBe(502);
    expect((await proxy.answer(asked(target))).status).toBe(200);
    expect(server.arrived).toHaveLength(2);
  });

  it('sends a request with signs that HTTP forbids to nobody', async () => {
    const server = running(await upstream((_, response) => json(response, { ret: 0 })));
    const reply = await proxyTo(server).answer(asked('/a b\r\nx: 1'));
    expect([reply.status, server.arrived.length]).toEqual([400, 0]);
  });
});
