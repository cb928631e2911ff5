// @ts-check
// Sends a server so many requests and looks at each answer, in a process of its own.
import { Client } from 'undici';
import { givenTask } from '../worker.mjs';
import { stepsOf } from './soak-lane.mjs';
import { take } from './soak-take.mjs';
import { memoryOf, told } from './vitals.mjs';

/**
 * What the process tells its parent in the end.
 * @typedef {{ sample: import('../harness.mjs').Sample, faults: string[] }} Soaked
 */

const { origin, pid, requests, lanes } = givenTask();

/** So many faults are told; after so many nothing more is to be learned. */
const [shown, enough] = [10, 1000];

/** After so many seconds without an answer there is none. */
const limit = 30;

/** @type {string[]} */
const faults = [];
let [sent, answered, wrong, errors] = [0, 0, 0, 0];

/** The server's memory, by how many requests were answered. */
const memory = new Map([0.1, 0.5, 1].map((share) => [Math.floor(requests * share), NaN]));

const start = performance.now();
await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)));
const requestsPerSecond = answered / ((performance.now() - start) / 1000);

const [MiBAt10 = NaN, MiBAt50 = NaN, MiBAt100 = NaN] = memory.values();
const sizes = { MiBAt10, MiBAt50, MiBAt100, grownMiB: MiBAt100 - MiBAt50 };
/** @type {Soaked} */
const soaked = { sample: told({ requestsPerSecond, wrong, errors, ...sizes }), faults };
process.send?.(soaked);

/** One connection, one request after the other. @param {number} lane */
async function run(lane) {
  const client = new Client(origin, { headersTimeout: limit * 1000 });
  for (let life = 0; mayGoOn(); life++)
    try {
      const steps = stepsOf(lane + lanes * life);
      for (const step of again(steps)) {
        if (!mayGoOn()) break;
        const fault = await take(client, step, `${lane}_${sent++}`);
        answered++;
        if (memory.has(answered)) memory.set(answered, memoryOf(pid));
        if (fault !== undefined) tell(fault, ++wrong);
      }
    } catch (error) {
      // Whether the server has done what it did not answer, nobody knows: another player goes on.
      tell(`error: ${error}`, ++errors);
    }
  await client.close();
}

/** The same again and again. @template T @param {readonly T[]} all */
function* again(all) {
  for (;;) yield* all;
}

function mayGoOn() {
  return sent < requests && wrong + errors < enough;
}

/** @param {string} fault @param {number} count */
function tell(fault, count) {
  if (count <= shown) faults.push(fault);
}
