import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Msdk, WholeOptions } from '../../../generated/client/index.js';
import { caller, login, message, transports } from '../../support/hostile/caller.js';
import { eventually, watchLeftovers } from '../../support/hostile/leftovers.js';
import {
  hostileServer,
  reply,
  type HostileServer,
  type RawRequest,
} from '../../support/hostile/server.js';

/** The answer to a request: what it gave to be passed through. */
function own({ text }: RawRequest): Buffer {
  const passed = /msdkExtInfo=(\w+)/.exec(text)?.[1] ?? '';
  return reply(JSON.stringify({ ret: 0, msg: 'ok', msdkExtInfo: passed }));
}

/** A reply to no request. */
const stray = reply('{"ret":0,"msg":"ok","msdkExtInfo":"stray"}');

const answered = (socket: Socket, request: RawRequest): void => void socket.write(own(request));

/** How a server drops a connection that a client keeps: which of its requests it answers, and what it does then. */
const drops: readonly (readonly [
  how: string,
  answer: (socket: Socket, request: RawRequest) => void,
])[] = [
  [
    'resets it when it is used again',
    (socket, request) =>
      request.onConnection === 1 ? socket.write(own(request)) : socket.resetAndDestroy(),
  ],
  [
    'ends it when it is used again',
    (socket, request) => (request.onConnection === 1 ? socket.write(own(request)) : socket.end()),
  ],
  ['ends it with its first reply', (socket, request) => socket.end(own(request))],
  [
    'resets it after its first reply',
    (socket, request) => socket.write(own(request), () => socket.resetAndDestroy()),
  ],
];

/** Uses a client and a server, and looks at what is left. */
async function using(
  answer: (socket: Socket, request: RawRequest) => void,
  options: Partial<WholeOptions>,
  work: (msdk: Msdk<'qq'>, server: HostileServer) => Promise<void>,
): Promise<void> {
  const nothingIsLeft = watchLeftovers();
  const server = await hostileServer({ request: answer });
  const msdk = caller(server.url, { retry: { baseDelay: 1 }, ...options });
  await work(msdk, server);
  await nothingIsLeft();
  msdk.client.close();
  if (options.fetch === undefined) await eventually(server.connections, 0, 'connections');
  await server.close();
}

/** How often a server was asked this. */
function times(server: HostileServer, passed: string): number {
  return server.requests.filter(({ text }) => text.includes(`msdkExtInfo=${passed}`)).length;
}

describe.each(transports)('over %s', (_transport, options) => {
  it('calls one after another share a connection', () =>
    using(answered, options, async (msdk, server) => {
      for (const msdkExtInfo of ['a', 'b', 'c', 'd', 'e'])
        expect(await msdk.auth.verifyLogin(login, { msdkExtInfo })).toMatchObject({ msdkExtInfo });
      // A fetch may not have let go of one when the next call begins.
      expect(server.accepted()).toBeLessThanOrEqual(2);
    }));

  it.each(drops)('a read is repeated, and succeeds, where the server %s', (_how, answer) =>
    using(answer, options, async (msdk, server) => {
      for (const msdkExtInfo of ['a', 'b', 'c']) {
        expect(await msdk.auth.verifyLogin(login, { msdkExtInfo })).toMatchObject({ msdkExtInfo });
        expect(times(server, msdkExtInfo)).toBeLessThanOrEqual(3);
      }
    }),
  );

  it.each(drops)('a message to others is never sent twice where the server %s', (_how, answer) =>
    using(answer, options, async (msdk, server) => {
      await msdk.auth.verifyLogin(login);
      for (const msdkExtInfo of ['a', 'b', 'c', 'd']) {
        const result = await msdk.share.qqark(message, { msdkExtInfo }).result();
        const error = result.ok ? undefined : result.error;
        expect(times(server, msdkExtInfo)).toBeLessThanOrEqual(1);
        // Either it arrived and was answered, or it is said that it may have arrived.
        if (result.ok) expect(times(server, msdkExtInfo)).toBe(1);
        else expect(error).toMatchObject({ kind: 'network', sent: true });
      }
    }),
  );

  it('a reply that nobody asked for is nobody’s, in one piece with the first', () =>
    using(
      (socket, request) => socket.write(Buffer.concat([own(request), stray])),
      options,
      async (msdk) => {
        for (const msdkExtInfo of ['a', 'b', 'c'])
          expect(await msdk.auth.verifyLogin(login, { msdkExtInfo })).toMatchObject({
            msdkExtInfo,
          });
      },
    ));

  it('a reply that nobody asked for is nobody’s, on a connection at rest', () => {
    const sockets: Socket[] = [];
    const answer = (socket: Socket, request: RawRequest): void => {
      sockets.push(socket);
      socket.write(own(request));
    };
    return using(answer, options, async (msdk) => {
      for (const msdkExtInfo of ['a', 'b', 'c']) {
        expect(await msdk.auth.verifyLogin(login, { msdkExtInfo })).toMatchObject({ msdkExtInfo });
        for (const socket of sockets.filter(({ writable }) => writable))
          await new Promise((resolve) => socket.write(stray, resolve));
        // It is there: a few turns of the loop, and the client has read it.
        for (let turn = 0; turn < 20; turn++) await setImmediate();
      }
    });
  });

  it('calls that are under way at once get their own replies, in whatever order they come', () => {
    const open: (() => void)[] = [];
    const answer = (socket: Socket, request: RawRequest): void => {
      open.push(() => socket.write(own(request)));
      if (open.length === 50) for (const send of open.reverse()) send();
    };
    return using(answer, options, async (msdk) => {
      const ids = Array.from({ length: 50 }, (_, index) => `id_${index}`);
      const replies = await Promise.all(
        ids.map((msdkExtInfo) => msdk.auth.verifyLogin(login, { msdkExtInfo })),
      );
      expect(replies.map(({ msdkExtInfo }) => msdkExtInfo)).toEqual(ids);
    });
  });

  it('a redirect is followed nowhere', async () => {
    const elsewhere = await hostileServer({ request: answered });
    const redirect = `HTTP/1.1 307 Over There\r\nlocation: ${elsewhere.url}/\r\ncontent-length: 0\r\n\r\n`;
    await using(
      (socket) => socket.write(redirect),
      options,
      async (msdk, server) => {
        const result = await msdk.auth.verifyLogin(login).result();
        expect(result).toMatchObject({ ok: false, error: { kind: 'http', status: 307 } });
        expect(server.requests).toHaveLength(1);
      },
    );
    expect(elsewhere.accepted()).toBe(0);
    await elsewhere.close();
  });
});
