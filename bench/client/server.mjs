// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { faultOf } from './exchange.mjs';

/**
 * @typedef {object} Server
 * @property {string} origin
 * @property {import('./exchange.mjs').Exchange} exchange
 * @property {() => Promise<string | undefined>} fault what is wrong with the last request it got
 * @property {() => void} stop
 */

/**
 * Starts the server that all contenders call, on loopback alone.
 * @param {import('./exchange.mjs').Exchange} exchange
 * @returns {Promise<Server>}
 */
export async function startServer(exchange) {
  const script = join(import.meta.dirname, 'server-process.mjs');
  const child = fork(script, [JSON.stringify(exchange.reply)]);
  const [{ port }] = await once(child, 'message');
  return {
    origin: `http://127.0.0.1:${port}`,
    exchange,
    async fault() {
      child.send('last');
      const [request] = await once(child, 'message');
      return faultOf(exchange, request);
    },
    stop: () => child.disconnect(),
  };
}
