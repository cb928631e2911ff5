import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Mock } from '../../templates/runtime/mock/options.js';
import { adminListener, isAdmin } from './admin/listener.js';
import { drainOf } from './drain.js';
import type { Answerer } from './answerer.js';
import { defaultLimits, type Limits } from './limits.js';
import type { Masking } from './masking.js';
import { protocolHandler, type Witness } from './protocol.js';
import { refuseHostile } from './refuse.js';
import { targetOf } from './target.js';

/** What a server is made of. */
export interface ServerOptions {
  readonly mock: Mock;
  /** Answers in place of the mock, which it may ask. */
  readonly answerer?: Answerer;
  /** 0 for any port that is free. */
  readonly port: number;
  readonly host: string;
  /** Names by which the admin surface may be called, beside the addresses. */
  readonly names?: readonly string[];
  readonly masking: Masking;
  readonly version: string;
  readonly limits?: Partial<Limits>;
  readonly witness?: Witness;
  /** Is told of what was refused before it became a request. */
  readonly refused?: (status: number, reason: string) => void;
}

/** A server that listens. */
export interface MockServer {
  readonly port: number;
  readonly url: string;
  /** Stops it: it takes no more, and running requests are given the time of the drain. */
  readonly stop: () => Promise<void>;
}

/** Serves a mock. Rejects with Node's own error where the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<MockServer> {
  const { mock, port, host, witness } = options;
  const limits = { ...defaultLimits, ...options.limits };
  let isStopping = false;
  const protocol = protocolHandler({
    answerer: options.answerer ?? mock,
    maxBody: limits.maxBody,
    witness,
    isStopping: () => isStopping,
  });
  const admin = adminListener({
    ...options,
    maxBody: limits.maxBody,
    failed: witness?.failed ?? (() => undefined),
  });
  const listener: RequestListener = (request, response) => {
    const target = targetOf(request.url ?? '/');
    if (!isAdmin(target)) return protocol(request, response, target);
    admin(request, response);
  };
  const server = createServer(
    {
      headersTimeout: limits.headersTimeout,
      requestTimeout: limits.requestTimeout,
      connectionsCheckingInterval: limits.checkEvery,
      keepAliveTimeout: limits.keepAlive,
      noDelay: true,
    },
    listener,
  );
  refuseHostile(server, limits, options.refused ?? (() => undefined));
  const drain = drainOf(server, limits.drain);
  await new Promise<void>((settle, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => settle(void server.off('error', reject)));
  });
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    stop: () => {
      isStopping = true;
      return drain();
    },
  };
}
