// @ts-check
import { join } from 'node:path';
import { peerFile, root } from '../peers.mjs';
import { timed } from '../process.mjs';

/** @typedef {import('../harness.mjs').Contender} Contender */
/** @typedef {Parameters<typeof timed>[1]} Options */

const here = import.meta.dirname;

/** `msdk validate`, which fails on a warning too: so a measurement is also the proof that there is none. */
const command = [join(root, 'dist/msdk.js'), 'validate', '--fail-on', 'warning,deprecation'];

/** @param {string} name @param {readonly string[]} args @param {Options} [options] @returns {Contender} */
function contender(name, args, options) {
  return { name, measure: () => timed(args, options) };
}

/** @param {string} name @param {readonly string[]} args @param {Options} [options] */
export const ours = (name, args, options) => contender(name, [...command, ...args], options);

/** Reads the files and parses each. @param {readonly string[]} files */
export const floor = (files) => contender('floor', [join(here, 'floor.mjs'), ...files]);

/** Reads a file in pieces and parses each line. @param {string} file @param {Options} options */
export const floorOfLines = (file, options) =>
  contender('floor', [join(here, 'floor-of-lines.mjs'), file], options);

/** ajv-cli, which compiles the schema first. @param {string} schema its file @param {string} files a glob */
export function ajvCli(schema, files) {
  const own = [peerFile('ajv-cli/dist/index.js'), 'validate', '--spec=draft2020'];
  return contender('ajv-cli', [...own, '-s', schema, '-d', files]);
}

/** A process that does nothing. */
export const nothing = contender('node -e 0', ['-e', '0']);

/** Imports a module. @param {string} name @param {string} url */
export const importing = (name, url) => contender(name, ['-e', `import(${JSON.stringify(url)})`]);
