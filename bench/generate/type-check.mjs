// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { peerFile } from '../peers.mjs';
import { timed } from '../process.mjs';

/** What `tsc --init` sets, for a browser. The library itself is not checked: it is not ours. */
const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * A contender that checks the types of a folder's sources.
 * @param {string} name
 * @param {string} sources
 * @param {string} folder where its configuration is written
 * @returns {import('../harness.mjs').Contender}
 */
export function typeCheck(name, sources, folder) {
  const project = join(folder, `tsconfig.${name}.json`);
  writeFileSync(project, JSON.stringify({ compilerOptions, include: [sources] }));
  const args = [peerFile('typescript/lib/tsc.js'), '-p', project];
  return { name, measure: () => timed(args) };
}
