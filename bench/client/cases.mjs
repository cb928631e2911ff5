// @ts-check
import { join } from 'node:path';

/** @typedef {import('../harness.mjs').Contender} Contender */

const here = import.meta.dirname;

/** Every contender's name, and the caller that it is, with its variant. */
const callers = /** @type {const} */ ([
  ['msdk-api', 'msdk-api', 'default'],
  ['msdk-api, validate: false', 'msdk-api', 'unvalidated'],
  ['msdk-api over fetch', 'msdk-api', 'fetch'],
  ['node:http', 'node-http'],
  ['undici', 'undici'],
  ['fetch', 'fetch'],
  ['openapi-fetch', 'openapi-fetch'],
  ['axios', 'axios'],
  ['ky', 'ky'],
  ['hey-api', 'hey-api'],
]);

/** The parts of a call whose cost is told; the first is the whole. */
const parts = ['call', 'sign', 'validate', 'sign + validate'];

/**
 * @param {import('./server.mjs').Server} server
 * @param {import('./bundles.mjs').Bundles} bundles
 * @param {import('../workers.mjs').Workers} workers
 * @returns {import('../harness.mjs').Case[]}
 */
export function casesFor(server, bundles, workers) {
  const given = { origin: server.origin, exchange: server.exchange, bundles };
  /** @param {number} concurrency @returns {() => Promise<Contender[]>} */
  const calling = (concurrency) => async () => {
    workers.stop();
    return callers.map(([name, caller, variant]) => {
      const task = { ...given, caller, variant, concurrency };
      const sample = workers.sampler(join(here, 'calls-worker.mjs'), task);
      return { name, measure: async () => checked(await sample(), await server.fault()) };
    });
  };
  return [
    {
      name: 'sequential',
      title:
        'POST /relation/qqprofile, one call after the other; only msdk-api signs and validates',
      rounds: 45,
      contenders: calling(1),
    },
    {
      name: 'concurrent',
      title: 'POST /relation/qqprofile, 50 calls at a time; only msdk-api signs and validates',
      rounds: 45,
      contenders: calling(50),
    },
    {
      name: 'cost',
      title: 'what signing and validating the request take of a sequential call',
      rounds: 15,
      async contenders() {
        workers.stop();
        return parts.map((part) => ({
          name: part,
          measure: workers.sampler(join(here, 'cost-worker.mjs'), { ...given, part }),
        }));
      },
    },
  ];
}

/**
 * A sample, where nothing was wrong with what was sent for it.
 * @param {import('../harness.mjs').Sample} sample
 * @param {string | undefined} fault
 */
function checked(sample, fault) {
  if (fault !== undefined) throw new Error(fault);
  return sample;
}
