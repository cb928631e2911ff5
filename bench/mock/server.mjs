// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { exchange, target } from './exchange.mjs';
import { post } from './post.mjs';

/**
 * A server that answers.
 * @typedef {object} Server
 * @property {string} origin
 * @property {number} pid
 * @property {number} seconds from its start to its first answer
 * @property {() => void} stop
 */

/** After so many seconds without an answer a server is given up. */
const limit = 30;

/** So often one is asked that does not say when it is ready, in milliseconds. */
const pause = 5;

/** @param {import('./contenders.mjs').Served} served @returns {Promise<Server>} */
export async function startServer({ args, says }) {
  const port = says ? 0 : await freePort();
  const start = performance.now();
  const child = spawn(process.execPath, args(port), {
    // Elsewhere than in the project, whose settings for other tools are not meant for the peers.
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => void child.kill('SIGKILL');
  process.once('exit', stop);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk) => (errors = (errors + chunk).slice(-500)));
  const ended = once(child, 'close').then(() => {
    process.off('exit', stop);
    throw new Error(`ended before it answered: ${errors.trim()}`);
  });
  ended.catch(() => undefined); // afterwards it may
  const late = sleep(limit * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`no answer after ${limit} s`);
  });
  late.catch(() => undefined);
  const ready = async () => {
    const origin = says ? await placeIn(child.stdout) : `http://127.0.0.1:${port}`;
    child.stdout.resume();
    await firstAnswer(origin, () => child.exitCode === null && child.signalCode === null);
    return origin;
  };
  try {
    const origin = await Promise.race([ready(), ended, late]);
    return { origin, pid: Number(child.pid), seconds: (performance.now() - start) / 1000, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The place that a server prints. @param {import('node:stream').Readable} output @returns {Promise<string>} */
function placeIn(output) {
  return new Promise((resolve) => {
    let text = '';
    output.setEncoding('utf8').on('data', function look(chunk) {
      text += chunk;
      const place = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/m.exec(text)?.[1];
      if (place === undefined) return;
      output.off('data', look);
      resolve(place);
    });
  });
}

/** Asks until there is an answer, whatever it is. @param {string} origin @param {() => boolean} isRunning */
async function firstAnswer(origin, isRunning) {
  for (let isAnswered = false; !isAnswered && isRunning();)
    try {
      await post(origin + target(), exchange.body);
      isAnswered = true;
    } catch {
      await sleep(pause);
    }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  return port;
}
