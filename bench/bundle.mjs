// @ts-check
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './peers.mjs';

/** The project's own esbuild: a peer's may lie beside the bench. @type {typeof import('esbuild')} */
const esbuild = createRequire(join(root, 'package.json'))('esbuild');

/** Our client as the command emits it. */
export const ourClient = join(root, 'generated/client');

/**
 * Bundles a program into one ES module, with only what it uses. Packages are those of the bench.
 * @param {string} program its text
 * @param {{ platform: 'browser' | 'node', minify?: boolean }} options
 */
export async function bundle(program, options) {
  const { outputFiles, metafile } = await esbuild.build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    absWorkingDir: root,
    metafile: true,
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return { text: String(outputFiles[0]?.text), metafile };
}
