import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Listens, says where, and never comes round to accepting anyone. */
const program = `
const server = require('node:net').createServer();
server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
  require('node:fs').writeSync(1, server.address().port + '\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A server whose queue of connections is full: a further one is neither made nor refused. */
export interface FullServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a process that listens, and fills its queue. */
export async function fullServer(): Promise<FullServer> {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  const sockets: Socket[] = [];
  // The system's queue holds a few more than it is told: the first that waits shows that it is full.
  while (sockets.every((socket) => !socket.connecting) && sockets.length < 100) {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket.on('error', () => undefined));
    await Promise.race([once(socket, 'connect'), pause(500)]);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
