// Puts what is not compiled of the generated validators beside what is, and all of them into one file, which
// loads in half the time of many. The files of single endpoints stay for those who take them by themselves.
import { cpSync } from 'node:fs';
import { build } from 'esbuild';

const isSource = /(?<!\.d)\.ts$/;
cpSync('generated/validators', 'dist/lib/validators', {
  recursive: true,
  filter: (path) => !isSource.test(path),
});
await build({
  entryPoints: ['dist/lib/validators/index.js'],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outfile: 'dist/lib/validators/index.js',
  allowOverwrite: true,
  minifySyntax: true,
  charset: 'ascii',
  logLevel: 'warning',
});
