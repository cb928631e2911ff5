// Bundles the generated mock for `msdk mock`. A generated tree that is broken must not stop the command
// from being built, which mends it.
import { existsSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const entry = 'generated/mock/index.ts';
const outfile = 'dist/mock.js';

try {
  if (!existsSync(entry)) throw new Error(`there is no ${entry}`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
} catch (error) {
  rmSync(outfile, { force: true });
  const [reason] = String(error.message).split('\n');
  console.error(`build: msdk mock is left out: ${reason}; run npm run generate`);
}
