// Bundles the command into dist/: one file that starts fast, and one that is loaded only to generate.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    msdk: 'generator/cli/bin.ts',
    catalogue: 'generator/catalogue.ts',
    'client-worker': 'generator/emit/client/worker.ts',
    'validate-worker': 'generator/validate/run/worker.ts',
  },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  outdir: 'dist',
  chunkNames: '[name]-[hash]',
  external: ['ts-morph', 'esbuild'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
});
await import('./build-mock.mjs');
