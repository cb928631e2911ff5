import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on loopback for a test, and its address. */
export interface Served {
  readonly url: string;
  /** Connections that are open. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Serves a function from Request to Response over real HTTP. */
export async function serve(fetch: (request: Request) => Promise<Response>): Promise<Served> {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await readAll(incoming);
      const init = {
        method: incoming.method ?? 'GET',
        headers: incoming.headers as Record<string, string>,
      };
      const request = new Request(
        // Joined as text: a doubled leading slash must not be taken for a host.
        `http://127.0.0.1${incoming.url ?? '/'}`,
        init.method === 'GET' || init.method === 'HEAD' ? init : { ...init, body },
      );
      const response = await fetch(request);
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    })();
  });
  let connections = 0;
  server.on('connection', (socket) => {
    connections++;
    socket.on('close', () => connections--);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => close(server),
  };
}

async function readAll(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
