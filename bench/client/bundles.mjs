// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, ourClient } from '../bundle.mjs';
import { generateHeyApi } from '../hey-api.mjs';

/**
 * The generated clients as JavaScript, one file each.
 * @typedef {object} Bundles
 * @property {string} ours
 * @property {string} heyApi
 */

/** @param {string} folder @returns {Promise<Bundles>} */
export async function makeBundles(folder) {
  // The index gives what users see; the runtime by itself, for the case `cost`, also what they do not.
  const ours = [
    `export * from ${JSON.stringify(join(ourClient, 'index.ts'))};`,
    `export * as runtime from ${JSON.stringify(join(ourClient, 'runtime/index.ts'))};`,
  ].join('\n');
  const heyApi = join(await generateHeyApi(folder), 'index.ts');
  const clientOfHeyApi = join(folder, 'hey-api/client.gen.ts');
  return {
    ours: await write(join(folder, 'ours.mjs'), ours),
    heyApi: await write(
      join(folder, 'hey-api.mjs'),
      [heyApi, clientOfHeyApi].map((file) => `export * from ${JSON.stringify(file)};`).join('\n'),
    ),
  };
}

/** @param {string} file @param {string} program */
async function write(file, program) {
  writeFileSync(file, (await bundle(program, { platform: 'node' })).text);
  return file;
}
