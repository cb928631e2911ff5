// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ours } from './contenders.mjs';
import { startServer } from './server.mjs';

const script = join(import.meta.dirname, 'soak-process.mjs');
const lanes = 64;

/**
 * Many requests of every kind, each answer looked at. Memory that goes on growing is a leak.
 * @param {number} requests
 * @param {string[]} faults to which is added what is wrong
 * @returns {import('../harness.mjs').Case}
 */
export function soakCase(requests, faults) {
  return {
    name: 'soak',
    title: `${requests} requests of every kind, ${lanes} connections, each answer looked at; memory at 10, 50, 100 %`,
    rounds: 1,
    contenders: async () => [
      {
        name: ours.name,
        async measure() {
          const { origin, pid, stop } = await startServer(ours);
          try {
            const soaked = await soak({ origin, pid, requests, lanes });
            faults.push(...soaked.faults);
            return soaked.sample;
          } finally {
            stop();
          }
        },
      },
    ],
    goals: [
      { figure: 'wrong answers', of: (median) => median(ours.name, 'wrong'), most: 0 },
      { figure: 'errors', of: (median) => median(ours.name, 'errors'), most: 0 },
    ],
  };
}

/** @param {object} task @returns {Promise<import('./soak-process.mjs').Soaked>} */
async function soak(task) {
  const child = fork(script, [JSON.stringify(task)]);
  const ended = once(child, 'close').then(() => {
    throw new Error('the soak ended without a result');
  });
  const [soaked] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return soaked;
}
