import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { MsdkError, type WholeOptions } from '../../../generated/client/index.js';
import { caller, key, login, message, token, transports } from '../../support/hostile/caller.js';
import {
  brokenConnections,
  brokenHttp,
  slowness,
} from '../../support/hostile/connection-faults.js';
import type { Fault } from '../../support/hostile/fault.js';
import { eventually, watchLeftovers } from '../../support/hostile/leftovers.js';
import { bombs, statuses, wrongReplies } from '../../support/hostile/reply-faults.js';
import { hostileServer } from '../../support/hostile/server.js';
import { expectNoSecret } from '../../support/hostile/shown.js';

const faults = named([
  ...brokenConnections,
  ...slowness,
  ...brokenHttp,
  ...statuses,
  ...wrongReplies,
  ...bombs,
]);

/** Faults behind their names, as a table of tests wants them. */
function named(all: readonly Fault[]): [string, Fault][] {
  return all.map((fault) => [fault.name, fault]);
}

function expectedOf(fault: Fault, options: Pick<WholeOptions, 'fetch'>): Fault['expected'] {
  return (options.fetch && fault.overFetch) ?? fault.expected;
}

describe.each(transports)('over %s', (_transport, options) => {
  it.each(faults)(
    'a call ends in its typed error, and leaves nothing, by %s',
    async (_name, fault) => {
      const expected = expectedOf(fault, options);
      const isSlow = expected.kind === 'timeout';
      const nothingIsLeft = watchLeftovers();
      const server = await hostileServer(fault);
      const msdk = caller(server.url, { ...options, timeout: isSlow ? 200 : 20_000 });
      const start = performance.now();
      const result = await msdk.auth.verifyLogin(login).result();
      const took = performance.now() - start;
      const error = result.ok ? undefined : result.error;
      expect(error).toBeInstanceOf(MsdkError);
      expect(error).toMatchObject({ ...expected, endpoint: '/auth/verify_login' });
      expect(took, 'its time').toBeLessThan(10_000);
      expectNoSecret(error, [key, token]);
      // What is not repeated is sent once.
      expect(server.requests.length).toBeLessThanOrEqual(1);
      await nothingIsLeft();
      msdk.client.close();
      server.wake();
      // The connections of a fetch at rest are the platform’s: they keep no process alive.
      if (options.fetch === undefined) await eventually(server.connections, 0, 'connections');
      await server.close();
    },
  );

  it('a call ends in a network error that says that nothing was sent, where nobody listens', async () => {
    const nothingIsLeft = watchLeftovers();
    const url = await deadUrl();
    const result = await caller(url, options).auth.verifyLogin(login).result();
    const error = result.ok ? undefined : result.error;
    expect(error).toMatchObject({ kind: 'network', sent: false });
    expect(error?.message).toContain('ECONNREFUSED');
    expectNoSecret(error, [key, token]);
    await nothingIsLeft();
  });

  it('a reply that comes before its request is read is a reply', async () => {
    const nothingIsLeft = watchLeftovers();
    const server = await hostileServer({
      isDeaf: true,
      connect: (socket) =>
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\n{"ret":0,"msg":"ok"}'),
    });
    const msdk = caller(server.url, options);
    expect(await msdk.auth.verifyLogin(login)).toEqual({ ret: 0, msg: 'ok' });
    await nothingIsLeft();
    msdk.client.close();
    server.wake();
    await server.close();
  });

  it.each(named([...brokenConnections, ...brokenHttp, ...statuses]))(
    'a message to others is sent once at most, and a read three times, by %s',
    async (_name, fault) => {
      const server = await hostileServer(fault);
      const isSlow = expectedOf(fault, options).kind === 'timeout';
      const retry = { baseDelay: 1 };
      const msdk = caller(server.url, { ...options, retry, timeout: isSlow ? 200 : 20_000 });
      expect(await msdk.share.qqark(message).result()).toMatchObject({ ok: false });
      expect(server.requests.length).toBeLessThanOrEqual(1);
      const once = server.requests.length;
      expect(await msdk.auth.verifyLogin(login).result()).toMatchObject({ ok: false });
      expect(server.requests.length - once).toBeLessThanOrEqual(3);
      msdk.client.close();
      await server.close();
    },
  );
});

/** An address where nobody listens. */
async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
