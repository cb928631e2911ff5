import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it came in, and which it is: on its connection, and of all. */
export interface RawRequest {
  readonly text: string;
  /** From 1. */
  readonly onConnection: number;
  /** From 1. */
  readonly number: number;
}

/** What a hostile server does. */
export interface Behaviour {
  /** Does something as soon as there is a connection. */
  readonly connect?: (socket: Socket) => void;
  /** Does something when a whole request has come. */
  readonly request?: (socket: Socket, request: RawRequest) => void;
  /** Leaves what comes in unread, until it is woken. */
  readonly isDeaf?: boolean;
}

/** A server of bare TCP on loopback, which owes nobody valid HTTP. */
export interface HostileServer {
  readonly url: string;
  /** Connections that are open. */
  readonly connections: () => number;
  /** Connections that were ever made. */
  readonly accepted: () => number;
  /** Whole requests that came in. */
  readonly requests: readonly RawRequest[];
  /** Lets a deaf server read, and so see who has hung up. */
  wake(): void;
  close(): Promise<void>;
}

/** Starts a server that behaves so. It keeps no thread alive: what does is the client's. */
export async function hostileServer(behaviour: Behaviour): Promise<HostileServer> {
  const open = new Set<Socket>();
  const requests: RawRequest[] = [];
  let accepted = 0;
  // Half open: what the client ends is the client's end alone.
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    accepted++;
    open.add(socket.unref());
    socket.on('close', () => open.delete(socket));
    // That the client hangs up is what the tests are about.
    socket.on('error', () => undefined);
    behaviour.connect?.(socket);
    socket.on('end', () => socket.end());
    if (behaviour.isDeaf === true) return;
    let onConnection = 0;
    readRequests(socket, (text) => {
      const request = { text, onConnection: ++onConnection, number: requests.length + 1 };
      requests.push(request);
      behaviour.request?.(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    connections: () => open.size,
    accepted: () => accepted,
    requests,
    wake: () => open.forEach((socket) => socket.resume()),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Tells of each whole request on a connection. */
function readRequests(socket: Socket, tell: (text: string) => void): void {
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (piece: string) => {
    text += piece;
    for (;;) {
      const head = text.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/^content-length: *(\d+)/im.exec(text.slice(0, head))?.[1] ?? 0);
      if (text.length < head + 4 + length) return;
      tell(text.slice(0, head + 4 + length));
      text = text.slice(head + 4 + length);
    }
  });
}

/** The head of a reply with status 200 and these headers. */
export function head(...headers: readonly string[]): string {
  return `${['HTTP/1.1 200 OK', ...headers].join('\r\n')}\r\n\r\n`;
}

/** A whole reply with status 200, as it ought to be. */
export function reply(body: string | Uint8Array, ...headers: readonly string[]): Buffer {
  const bytes = Buffer.from(body as string);
  return Buffer.concat([Buffer.from(head(...headers, `content-length: ${bytes.length}`)), bytes]);
}

/** A whole reply with another status. */
export function statusReply(status: string, body: string, ...headers: readonly string[]): Buffer {
  const text = reply(body, ...headers).toString('latin1');
  return Buffer.from(text.replace('200 OK', status), 'latin1');
}

/** Sends a piece again and again, as fast as it is taken; for ever, or so many times and then the end. */
export function pour(socket: Socket, piece: string | Uint8Array, times = Infinity): void {
  const bytes = Buffer.from(piece as string);
  let left = times;
  const step = (): void => {
    while (!socket.destroyed && left-- > 0)
      if (!socket.write(bytes)) {
        socket.once('drain', step);
        return;
      }
    if (!socket.destroyed) socket.end();
  };
  step();
}

/** Sends a piece every few milliseconds, for ever. */
export function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 20).unref();
  socket.on('close', () => clearInterval(timer));
}
