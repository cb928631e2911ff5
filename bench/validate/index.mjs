// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { measure, parseOptions } from '../harness.mjs';
import { installPeers, root, versionsOf } from '../peers.mjs';
import { withFolder } from '../temporary.mjs';
import { Workers } from '../workers.mjs';
import { payloadCases } from './payload-cases.mjs';
import { processCases } from './process-cases.mjs';
import { recordingCases } from './recording-cases.mjs';

const peers = ['ajv', 'ajv-cli', 'typebox', 'valibot', 'zod'];

/**
 * `npm run bench -- validate [--size MB]`: payloads in process, and the command over files.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const { size, ...options } = parseOptions(args, { size: { type: 'string', default: '1000' } });
  const megabytes = Number(size);
  if (!(megabytes > 0)) {
    process.stderr.write('--size takes a number of megabytes\n');
    return 2;
  }
  installPeers();
  if (!existsSync(join(root, 'dist/lib/validators/index.js')))
    execFileSync('npm', ['run', '--silent', 'build:lib'], { cwd: root, stdio: 'inherit' });
  return withFolder(async (folder) => {
    const workers = new Workers();
    try {
      const cases = [
        ...payloadCases(workers),
        ...processCases(folder),
        ...recordingCases(folder, megabytes),
      ];
      return await measure({ name: 'validate', versions: versionsOf(peers), cases }, options);
    } finally {
      workers.stop();
    }
  });
}
