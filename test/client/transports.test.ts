import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Agent } from 'undici';
import {
  createMsdk,
  fetchTransport,
  platformTransport,
  undiciTransport,
  type MsdkOptions,
} from '../../generated/client/index.js';
import { failureOf, nowhere, player, profile, reply, scripted } from '../support/scripted.js';

type Game = typeof nowhere.apps;
type Sender = Pick<MsdkOptions<Game>, 'transport' | 'fetch'>;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Seen {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that answers with a profile, and what it saw. */
async function profileServer(): Promise<{ server: Server; origin: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    incoming.on('end', () => {
      const { method, url = '', headers } = incoming;
      seen.push({ method, url, headers, body });
      outgoing.writeHead(
        200,
        [
          ['X-Server', '7'],
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
        ].flat(),
      );
      outgoing.end(JSON.stringify(profile));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

function agent(): Agent {
  const made = new Agent();
  closing.push(() => made.destroy());
  return made;
}

/** An address that nobody listens at. */
async function deadOrigin(): Promise<string> {
  const { server, origin } = await profileServer();
  await new Promise((resolve) => server.close(resolve));
  return origin;
}

const senders: readonly [string, () => Sender][] = [
  ['the platform', () => ({})],
  ['the platform’s own, named', () => ({ transport: platformTransport() })],
  ['fetch', () => ({ fetch })],
  ['a transport by fetch', () => ({ transport: fetchTransport(fetch) })],
  ['undici', () => ({ transport: undiciTransport(agent()) })],
];

describe.each(senders)('by %s', (_name, sender) => {
  it('a call goes out, and its reply comes in, as over every other', async () => {
    const { origin, seen } = await profileServer();
    const msdk = createMsdk<Game>({ ...nowhere, baseUrl: origin, ...sender() });
    closing.push(() => msdk.client.close());
    const headers = { 'x-game': '7' };
    const answer = await msdk.relation
      .qqprofile({ ...player, openid: 'é' }, { headers })
      .withResponse();
    expect(answer).toMatchObject({
      data: profile,
      status: 200,
      headers: { 'x-server': '7', 'set-cookie': 'a=1, b=2' },
    });
    const body = JSON.stringify({ appid: '100000001', ...player, openid: 'é' });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: expect.stringMatching(/^\/relation\/qqprofile\?.*&openid=%C3%A9$/) as string,
        headers: { 'content-type': 'application/json', 'x-game': '7', host: new URL(origin).host },
        body,
      },
    ]);
  });

  it('an endpoint without a body is sent none', async () => {
    const { origin, seen } = await profileServer();
    const msdk = createMsdk<Game>({ ...nowhere, baseUrl: origin, ...sender() });
    closing.push(() => msdk.client.close());
    await msdk.freeflow.getinfo({ openid: 'A1' }, { platform: 'qq' }).result();
    expect(seen).toMatchObject([{ body: '', headers: { 'content-length': '0' } }]);
    expect(seen[0]?.headers).not.toHaveProperty('content-type');
  });

  it('a connection that nobody takes is a failure before anything was sent', async () => {
    const baseUrl = await deadOrigin();
    const msdk = createMsdk<Game>({ ...nowhere, baseUrl, ...sender(), retry: false });
    const error = await failureOf(msdk.relation.qqprofile(player));
    expect(error).toMatchObject({ kind: 'network', sent: false });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('a reply that is too long is none', async () => {
    const { origin } = await profileServer();
    const options = { ...nowhere, baseUrl: origin, maxReplyBytes: 20, ...sender() };
    const msdk = createMsdk<Game>(options);
    closing.push(() => msdk.client.close());
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({ kind: 'reply' });
  });

  it.each([
    ['', ''],
    ['/', ''],
    ['/gateway', '/gateway'],
    ['/gateway/v1/', '/gateway/v1'],
    ['/a%20b//', '/a%20b'],
  ])('a base URL that ends in "%s" has the endpoints below it', async (end, prefix) => {
    const { origin, seen } = await profileServer();
    const msdk = createMsdk<Game>({ ...nowhere, baseUrl: origin + end, ...sender() });
    closing.push(() => msdk.client.close());
    await msdk.relation.qqprofile(player);
    expect(seen.map(({ url }) => url.split('?', 1))).toEqual([[`${prefix}/relation/qqprofile`]]);
  });

  it('an address of IPv6 is taken as what it is', async () => {
    // Nobody listens there: what matters is that no name is looked up.
    const baseUrl = (await deadOrigin()).replace('127.0.0.1', '[::1]');
    const options = { ...nowhere, baseUrl, ...sender(), retry: false } as const;
    const error = await failureOf(createMsdk<Game>(options).relation.qqprofile(player));
    expect(error).toMatchObject({ kind: 'network', sent: false });
    expect(error.message).not.toContain('ENOTFOUND');
  });
});

describe('the origin and the path of a request', () => {
  it.each([
    ['http://msdk.example', 'http://msdk.example', ''],
    ['https://msdk.example:443/', 'https://msdk.example', ''],
    ['http://msdk.example:8080/x/', 'http://msdk.example:8080', '/x'],
    ['HTTPS://MSDK.example/a', 'https://msdk.example', '/a'],
    ['http://[2001:db8::1]:81', 'http://[2001:db8::1]:81', ''],
  ])('come of %s', async (baseUrl, origin, prefix) => {
    const { transport, requests } = scripted(reply(profile));
    await createMsdk({ ...nowhere, baseUrl, transport }).relation.qqprofile(player);
    expect(requests).toMatchObject([{ origin }]);
    expect(requests[0]?.path.split('?', 1)).toEqual([`${prefix}/relation/qqprofile`]);
  });
});

describe('close', () => {
  const connections = (server: Server): Promise<number> =>
    new Promise((resolve, reject) =>
      server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );

  it('ends the connections at rest, and the client can be used again', async () => {
    const { server, origin, seen } = await profileServer();
    const msdk = createMsdk({ ...nowhere, baseUrl: origin });
    closing.push(() => msdk.client.close());
    await msdk.relation.qqprofile(player);
    await msdk.relation.qqprofile(player);
    expect(await connections(server)).toBe(1);
    msdk.client.close();
    await vi.waitFor(async () => expect(await connections(server)).toBe(0));
    await msdk.relation.qqprofile(player);
    expect(seen).toHaveLength(3);
  });

  it('is passed to the transport, and asks none that cannot', () => {
    const close = vi.fn();
    const { transport } = scripted(reply(profile));
    createMsdk({ ...nowhere, transport: Object.assign(transport, { close }) }).client.close();
    expect(close).toHaveBeenCalledOnce();
    createMsdk({ ...nowhere, fetch }).client.close();
  });
});
