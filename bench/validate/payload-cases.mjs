// @ts-check
import { join } from 'node:path';
import { agreeOn } from './agreement.mjs';
import { contenders } from './contenders/index.mjs';
import { payloads } from './payloads.mjs';

const worker = join(import.meta.dirname, 'payload-worker.mjs');

/**
 * Payloads in process: one that is in order, again and again.
 * @param {import('../workers.mjs').Workers} workers
 * @returns {import('../harness.mjs').Case[]}
 */
export function payloadCases(workers) {
  return Object.entries(payloads).map(([name, payload]) => ({
    name,
    title: `${payload.endpoint}, ${payload.what}, ${JSON.stringify(payload.value).length} bytes; only msdk-api holds it to limits in bytes`,
    rounds: 15,
    goals: [timesAsFastAs('ajv', 4), timesAsFastAs('zod', 10)],
    async contenders() {
      workers.stop();
      await agreeOn(payload);
      return contenders.map(([contender, file, variant]) => ({
        name: contender,
        measure: workers.sampler(worker, { file, variant, name }),
      }));
    },
  }));
}

/** @param {string} peer @param {number} least @returns {import('../harness.mjs').Goal} */
function timesAsFastAs(peer, least) {
  return {
    figure: `times as fast as ${peer}`,
    of: (median) => median('msdk-api', 'perSecond') / median(peer, 'perSecond'),
    least,
  };
}
