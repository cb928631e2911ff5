import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Agent, MockAgent } from 'undici';
import {
  createMsdk,
  inProcessTransport,
  undiciTransport,
  type Fetch,
  type HttpRequest,
  type Transport,
  type UndiciDispatcher,
} from '../../generated/client/index.js';
import { createMock } from '../../generated/mock/index.js';
import { failureOf, nowhere, player, profile, reply } from '../support/scripted.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a fetch', () => {
  it('is called with an address and what to send there', async () => {
    const given = vi.fn<Fetch>(() => Promise.resolve(Response.json(profile)));
    const msdk = createMsdk({ ...nowhere, baseUrl: 'http://msdk.example/x', fetch: given });
    await msdk.relation.qqprofile(player, { headers: { 'x-game': '7' } });
    expect(given).toHaveBeenCalledExactlyOnceWith(
      expect.stringMatching(/^http:\/\/msdk\.example\/x\/relation\/qqprofile\?timestamp=/),
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-game': '7' },
        body: JSON.stringify({ appid: '100000001', ...player }),
        redirect: 'manual',
        signal: expect.any(AbortSignal) as AbortSignal,
      },
    );
  });

  it('of a mock is one, and so is a handler in process', async () => {
    const mock = createMock();
    const byFetch = createMsdk({ ...nowhere, fetch: mock.fetch });
    expect(await byFetch.relation.qqprofile(player)).toMatchObject({ ret: 0 });
    const handler = vi.fn((request: Request) => mock.fetch(request));
    const inProcess = createMsdk({ ...nowhere, transport: inProcessTransport(handler) });
    expect(await inProcess.relation.qqprofile(player)).toMatchObject({ ret: 0 });
    const unserved = { openid: 'A1' } as const;
    expect(await inProcess.freeflow.getinfo(unserved, { platform: 'qq' })).toMatchObject({
      ret: 0,
    });
    expect(handler.mock.calls.map(([{ method }]) => method)).toEqual(['POST', 'POST']);
  });

  it('in process may answer at once, fail, and take too long', async () => {
    const of = (handler: Parameters<typeof inProcessTransport>[0]) =>
      createMsdk({
        ...nowhere,
        transport: inProcessTransport(handler),
        timeout: 30,
        retry: false,
      }).relation.qqprofile(player);
    expect(await of(() => Response.json(profile))).toEqual(profile);
    const broken = new Error('the handler is broken');
    const error = await failureOf(of(() => Promise.reject(broken)));
    expect(error).toMatchObject({ kind: 'network', cause: broken });
    const never = of(() => new Promise(() => undefined));
    expect(await failureOf(never)).toMatchObject({ kind: 'timeout' });
    expect(await failureOf(of(() => new Response(null, { status: 204 })))).toMatchObject({
      kind: 'http',
      status: 204,
    });
  });
});

describe('undici', () => {
  it('is asked for what its dispatchers take, and of nothing else', async () => {
    const asked: (HttpRequest & { signal: AbortSignal })[] = [];
    const dispatcher: UndiciDispatcher = {
      request: (options) => {
        asked.push(options);
        return Promise.resolve({
          statusCode: 200,
          headers: { 'x-one': '1', 'x-many': ['2', '3'], 'x-none': undefined },
          body: (async function* () {
            const { body } = reply(profile);
            yield await Promise.resolve(body.slice(0, 9));
            yield body.slice(9);
          })(),
        });
      },
    };
    const msdk = createMsdk({ ...nowhere, transport: undiciTransport(dispatcher) });
    const answer = await msdk.relation.qqprofile(player).withResponse();
    expect(answer).toMatchObject({ data: profile, headers: { 'x-one': '1', 'x-many': '2, 3' } });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        origin: 'http://msdk.example',
        path: expect.stringMatching(/^\/relation\/qqprofile\?/) as string,
        body: JSON.stringify({ appid: '100000001', ...player }),
        signal: expect.any(AbortSignal) as AbortSignal,
      },
    ]);
  });

  it('is mocked by its own mock', async () => {
    const mockAgent = new MockAgent();
    closing.push(() => mockAgent.close());
    mockAgent.disableNetConnect();
    mockAgent
      .get('http://msdk.example')
      .intercept({ method: 'POST', path: (path) => path.startsWith('/relation/qqprofile?') })
      .reply(200, profile);
    const transport: Transport = undiciTransport(mockAgent);
    const msdk = createMsdk({ ...nowhere, transport });
    expect(await msdk.relation.qqprofile(player)).toEqual(profile);
  });

  it('ends a request whose time is up, and stays its owner’s to close', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    closing.push(() => (hanging.closeAllConnections(), hanging.close()));
    const closed = new Promise((resolve) =>
      hanging.on('connection', (socket) => socket.on('close', resolve)),
    );
    const dispatcher = new Agent();
    closing.push(() => dispatcher.destroy());
    const msdk = createMsdk({
      ...nowhere,
      baseUrl: `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`,
      transport: undiciTransport(dispatcher),
      timeout: 50,
    });
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({ kind: 'timeout' });
    await closed;
    msdk.client.close();
    expect(dispatcher.destroyed).toBe(false);
  });
});
