import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds between two looks at what is idle. */
const often = 50;

/** Makes what stops a server: it takes no more, lets running requests end, and then breaks what is left. */
export function drainOf(server: Server, milliseconds: number): () => Promise<void> {
  // Node counts a connection that never asked for anything as busy.
  const fresh = new Set<Socket>();
  server.on('connection', (socket) => {
    fresh.add(socket);
    socket.once('close', () => fresh.delete(socket));
  });
  server.on('request', ({ socket }) => fresh.delete(socket));
  return () =>
    new Promise((settle) => {
      const end = setTimeout(() => server.closeAllConnections(), milliseconds);
      // Connections become idle whose replies were promised to keep them.
      const look = setInterval(() => server.closeIdleConnections(), often);
      server.close(() => {
        clearTimeout(end);
        clearInterval(look);
        settle();
      });
      for (const socket of fresh) if (socket.bytesRead === 0) socket.destroy();
    });
}
