// @ts-check
import { join } from 'node:path';
import { bare, ours, prism, served } from './contenders.mjs';
import { exchange } from './exchange.mjs';
import { startServer } from './server.mjs';

const worker = join(import.meta.dirname, 'load-worker.mjs');
const connections = 50;

/**
 * The same request again and again. Servers stay for all rounds, each idle while another is loaded.
 * @param {import('../workers.mjs').Workers} workers
 * @param {import('./server.mjs').Server[]} running those to be stopped at the end
 * @returns {import('../harness.mjs').Case}
 */
export function loadCase(workers, running) {
  return {
    name: 'load',
    title: `POST ${exchange.endpoint}, ${connections} connections; ajv and Prism look at the body; only msdk-api verifies the signature too`,
    rounds: 15,
    contenders: async () =>
      served.map((one) => {
        /** @type {(() => Promise<import('../harness.mjs').Sample>) | undefined} */
        let sample;
        return {
          name: one.name,
          async measure() {
            if (sample === undefined) {
              const server = await startServer(one);
              running.push(server);
              const { origin, pid } = server;
              sample = workers.sampler(worker, { origin, pid, refuses: one.refuses, connections });
            }
            return sample();
          },
        };
      }),
    goals: [
      ...timesTheRateOf(bare.name, 0.65),
      ...timesTheRateOf(prism.name, 20),
      {
        figure: 'milliseconds, within which 99 % are answered',
        of: (median) => median(ours.name, 'p99Milliseconds'),
        most: 15,
      },
    ],
  };
}

/**
 * By the clock, and by processor time: what else the machine does changes the first alone.
 * @param {string} other
 * @param {number} least
 * @returns {import('../harness.mjs').Goal[]}
 */
function timesTheRateOf(other, least) {
  return [
    {
      figure: `times the requests per second of ${other}`,
      of: (median) => median(ours.name, 'requestsPerSecond') / median(other, 'requestsPerSecond'),
      least,
    },
    {
      figure: `times the requests per second of processor time of ${other}`,
      of: (median) => median(other, 'cpuMicroseconds') / median(ours.name, 'cpuMicroseconds'),
      least,
    },
  ];
}
