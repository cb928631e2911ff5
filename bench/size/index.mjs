// @ts-check
import { measure, parseOptions } from '../harness.mjs';
import { generateHeyApi } from '../hey-api.mjs';
import { installPeers, versionsOf } from '../peers.mjs';
import { withFolder } from '../temporary.mjs';
import { casesFor } from './cases.mjs';
import { printDetail } from './detail.mjs';

const peers = ['@hey-api/openapi-ts', 'axios', 'ky', 'openapi-fetch'];

/**
 * `npm run bench -- size [--detail]`: bytes of what a program carries along with each client.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const options = parseOptions(args, { detail: { type: 'boolean', default: false } });
  installPeers();
  return withFolder(async (folder) => {
    const cases = casesFor(await generateHeyApi(folder));
    const code = await measure({ name: 'size', versions: versionsOf(peers), cases }, options);
    if (options.detail && code !== 2) await printDetail();
    return code;
  });
}
