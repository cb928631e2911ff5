// @ts-check
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerFile, root } from '../peers.mjs';
import { timed } from '../process.mjs';

/** @typedef {import('../harness.mjs').Contender} Contender */
/**
 * What a peer works on.
 * @typedef {object} Task
 * @property {string} openapi an OpenAPI 3.1 file: every peer here reads it
 * @property {string} folder where the peer writes
 * @property {number | undefined} [limit] after so many seconds the peer has lost
 */

/** Our command as Node's arguments. @param {string} spec @param {string} out */
export function generate(spec, out) {
  return [join(root, 'dist/msdk.js'), 'generate', '--spec', spec, '--out', out];
}

/** Ours, with nothing remembered. @param {string} spec @param {string} folder @returns {Contender} */
export function ours(spec, folder) {
  const [out, remembered] = [join(folder, 'msdk'), join(root, 'node_modules/.cache/msdk-api')];
  return fresh('msdk-api', out, generate(spec, out), { before: remembered });
}

/** openapi-typescript: types. @param {Task} task @returns {Contender} */
export function openapiTypescript({ openapi, folder, limit }) {
  const out = join(folder, 'types.ts');
  const command = peerFile('openapi-typescript/bin/cli.js');
  return fresh('openapi-typescript', out, [command, openapi, '-o', out], { limit });
}

/** hey-api: types and a client. @param {Task} task @returns {Contender} */
export function heyApi({ openapi, folder, limit }) {
  const out = join(folder, 'hey-api');
  const command = peerFile('@hey-api/openapi-ts/bin/run.js');
  return fresh('hey-api', out, [command, '-i', openapi, '-o', out, '--no-log-file'], { limit });
}

/** orval: types and a client. @param {Task} task */
export function orvalFetch(task) {
  return orval('orval fetch', task, { api: { client: 'fetch' } });
}

/** orval: types, a client, a mock and validators; the nearest to what ours makes. @param {Task} task */
export function orvalAll(task) {
  const products = { api: { client: 'fetch', mock: true }, zod: { client: 'zod' } };
  return orval('orval fetch+msw+zod', task, products);
}

/**
 * @param {string} name
 * @param {Task} task
 * @param {Readonly<Record<string, object>>} products
 * @returns {Contender}
 */
function orval(name, { openapi, folder, limit }, products) {
  const out = join(folder, name);
  const config = Object.entries(products).map(([product, options]) => [
    product,
    { input: openapi, output: { ...options, mode: 'split', target: join(out, `${product}.ts`) } },
  ]);
  const file = join(folder, `${name}.config.cjs`);
  writeFileSync(file, `module.exports = ${JSON.stringify(Object.fromEntries(config))};\n`);
  return fresh(name, out, [peerFile('orval/dist/bin/orval.js'), '--config', file], { limit });
}

/**
 * A contender that starts from nothing. It must leave something: one that writes nothing is not quick.
 * @param {string} name
 * @param {string} out
 * @param {readonly string[]} args
 * @param {{ before?: string, limit?: number | undefined }} options
 * @returns {Contender}
 */
function fresh(name, out, args, { before, limit }) {
  return {
    name,
    async measure() {
      for (const path of [out, before]) if (path) rmSync(path, { recursive: true, force: true });
      const sample = await timed(args, { limit });
      if (!existsSync(out)) throw new Error('wrote nothing');
      return sample;
    },
  };
}
