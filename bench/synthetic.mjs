// @ts-check
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a catalogue with `times` as many endpoints: each of the real ones again as `<name>_1`,
 * `<name>_2` and so on. All of them share the real types, enums and errors.
 * @param {string} spec the real catalogue's folder
 * @param {string} folder where the new one goes
 * @param {number} times
 */
export function writeSynthetic(spec, folder, times) {
  cpSync(spec, folder, { recursive: true });
  for (const module of readdirSync(join(spec, 'endpoints')))
    for (const file of readdirSync(join(spec, 'endpoints', module))) {
      const text = readFileSync(join(spec, 'endpoints', module, file), 'utf8');
      for (let copy = 1; copy < times; copy++) {
        const name = file.replace(/\.yaml$/, `_${copy}.yaml`);
        const renamed = text.replace(/^path: .*$/m, (line) => `${line}_${copy}`);
        writeFileSync(join(folder, 'endpoints', module, name), renamed);
      }
    }
}
