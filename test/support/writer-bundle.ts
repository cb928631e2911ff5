import { buildSync } from 'esbuild';

/** Bundles the process that only writes, so that Node.js runs it as it stands. */
export function bundleWriter(file: string): string {
  buildSync({
    entryPoints: ['test/support/writer-process.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: file,
  });
  return file;
}
