// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesOf } from './examples.mjs';

/** The endpoint whose requests are written, as a file's path without its ending. */
export const fixture = 'profile/query_vip';

/**
 * Writes requests that are in order, each in a file as `profile/query_vip.0001.request.json`, which tells
 * what it is.
 * @param {string} folder
 * @param {number} count
 * @returns {string[]} the files
 */
export function writeFixtures(folder, count) {
  const [example] = examplesOf(`/${fixture}`);
  mkdirSync(join(folder, 'profile'), { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, '0');
    const file = join(folder, `${fixture}.${number}.request.json`);
    const request = { ...example?.request, openid: `0123456789ABCDEF0123456789AB${number}` };
    writeFileSync(file, `${JSON.stringify(request, undefined, 2)}\n`);
    return file;
  });
}
