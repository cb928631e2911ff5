import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import type { MockReply, MockRequest } from '../../templates/runtime/mock/exchange.js';
import { packageRoot } from '../../generator/package-root.js';
import { Knowledge } from '../../generator/validate/knowledge.js';

/** What the generated validators know. */
export const knowledge = new Knowledge(join(packageRoot, 'generated', 'validators'));

/** A request as a service has received it. */
export interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A service on loopback, and what it has received. */
export interface UpstreamServer {
  readonly url: URL;
  readonly arrived: readonly Arrived[];
  close(): Promise<void>;
}

/** Serves by a handler that is given each request with its body. */
export async function upstream(
  handle: (request: Arrived, response: ServerResponse) => void,
): Promise<UpstreamServer> {
  const arrived: Arrived[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
      arrived.push(request);
      handle(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    arrived,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Serves by what it writes to the connection once a request comes. */
export async function rawUpstream(handle: (socket: Socket) => void): Promise<UpstreamServer> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => handle(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    arrived: [],
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Answers with JSON as the service does. */
export function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(value)}\n`);
}

/** A request as a server hands it to what answers. */
export function asked(
  target: string,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
  method = 'POST',
): MockRequest & { readonly headers: Readonly<Record<string, string>> } {
  return {
    method,
    target,
    headers,
    header: (name) => headers[name],
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** A reply with this JSON. */
export function replyWith(value: unknown, status = 200): MockReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: typeof value === 'string' ? value : `${JSON.stringify(value)}\n`,
  };
}

/** The query of a request as the documents have it. */
export const query =
  'timestamp=1478745715&appid=100000001&sig=b5902740eb307332799ab71150d33e67&openid=O1&encode=2';
