// @ts-check
import { measure, parseOptions } from '../harness.mjs';
import { installPeers, versionsOf } from '../peers.mjs';
import { withFolder } from '../temporary.mjs';
import { Workers } from '../workers.mjs';
import { makeBundles } from './bundles.mjs';
import { casesFor } from './cases.mjs';
import { readExchange } from './exchange.mjs';
import { startServer } from './server.mjs';

const peers = ['@hey-api/openapi-ts', 'axios', 'ky', 'openapi-fetch', 'undici'];

/**
 * `npm run bench -- client`: calls over loopback, each contender in a process of its own.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const options = parseOptions(args, {});
  installPeers();
  return withFolder(async (folder) => {
    const bundles = await makeBundles(folder);
    const server = await startServer(readExchange());
    const workers = new Workers();
    try {
      const cases = casesFor(server, bundles, workers);
      return await measure({ name: 'client', versions: versionsOf(peers), cases }, options);
    } finally {
      workers.stop();
      server.stop();
    }
  });
}
