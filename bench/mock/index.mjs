// @ts-check
import { measure, parseOptions } from '../harness.mjs';
import { installPeers, versionsOf } from '../peers.mjs';
import { Workers } from '../workers.mjs';
import { loadCase } from './load-case.mjs';
import { soakCase } from './soak-case.mjs';
import { startCase } from './start-case.mjs';

const peers = ['hono', '@hono/node-server', 'fastify', 'ajv', '@stoplight/prism-cli', 'autocannon'];

/**
 * `npm run bench -- mock`: the mock as a server, against other servers. The case `soak`, which has to
 * be asked for, sends it `--requests N` and looks at each answer; a wrong one gives the exit code 1.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const own = /** @type {const} */ ({ requests: { type: 'string', default: '1000000' } });
  const { requests, ...options } = parseOptions(args, own);
  const count = Number(requests);
  if (!Number.isInteger(count) || count < 1000) {
    process.stderr.write('--requests takes a number from 1000\n');
    return 2;
  }
  installPeers();
  const workers = new Workers();
  /** @type {import('./server.mjs').Server[]} */
  const running = [];
  /** @type {string[]} */
  const faults = [];
  try {
    const cases = [loadCase(workers, running), startCase(), soakCase(count, faults)];
    const wanted = { ...options, case: options.case ?? 'load,start' };
    const code = await measure({ name: 'mock', versions: versionsOf(peers), cases }, wanted);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    return faults.length > 0 ? 1 : code;
  } finally {
    workers.stop();
    for (const server of running) server.stop();
  }
}
