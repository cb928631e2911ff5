import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Limits } from './limits.js';

/** How long a refused sender is given to read why. */
const lingering = 1_000;

const statusOf = new Map([
  ['HPE_HEADER_OVERFLOW', 431],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
]);

/** Refuses in plain words what is no HTTP, comes too slowly, is too large, or is one connection too many. */
export function refuseHostile(
  server: Server,
  { maxConnections }: Limits,
  refused: (status: number, reason: string) => void,
): void {
  let connections = 0;
  const refuse = (socket: Duplex, status: number, reason: string): void => {
    refused(status, reason);
    socket.on('error', () => socket.destroy());
    socket.end(plainReply(status));
    const timer = setTimeout(() => socket.destroy(), lingering);
    socket.once('close', () => clearTimeout(timer));
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { code = 'error' } = error;
    if (code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(socket, statusOf.get(code) ?? 400, code);
  });
  // As where the machine has no descriptor left for a connection.
  server.once('listening', () =>
    server.on('error', ({ name, message }) => refused(503, `${name}: ${message}`)),
  );
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 405, 'CONNECT'));
  server.on('connection', (socket) => {
    connections += 1;
    socket.once('close', () => void (connections -= 1));
    if (connections > maxConnections) refuse(socket, 503, 'too many connections');
  });
}

function plainReply(status: number): string {
  const text = `${STATUS_CODES[status] ?? 'Error'}\n`;
  return [
    `HTTP/1.1 ${status} ${text.trim()}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${text.length}`,
    'Connection: close',
    '',
    text,
  ].join('\r\n');
}
