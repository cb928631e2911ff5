// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measure, parseOptions } from '../harness.mjs';
import { installPeers, root, versionsOf } from '../peers.mjs';
import { casesIn } from './cases.mjs';
import { Workspace } from './workspace.mjs';

const peers = ['@hey-api/openapi-ts', 'openapi-typescript', 'orval', 'typescript'];

/**
 * `npm run bench -- generate [--full]`: whole processes, from start to end.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const options = parseOptions(args, { full: { type: 'boolean', default: false } });
  if (!existsSync(join(root, 'dist/msdk.js'))) throw new Error('no dist/: run npm run build');
  installPeers();
  const workspace = new Workspace();
  try {
    const cases = casesIn(workspace, options);
    return await measure({ name: 'generate', versions: versionsOf(peers), cases }, options);
  } finally {
    workspace.remove();
  }
}
