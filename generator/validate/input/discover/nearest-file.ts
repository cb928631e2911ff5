import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../../../diagnostics/suggest.js';

/**
 * The nearest existing name to that of a file which is missing: for the file, or for the first of its
 * folders that is missing too, with the rest of the path behind it where it then exists.
 */
export function nearestFile(name: string, cwd: string): string | undefined {
  if (name === '') return undefined;
  let missing = name;
  while (dirname(missing) !== missing && !existsSync(resolve(cwd, dirname(missing))))
    missing = dirname(missing);
  const found = nearest(basename(missing), namesIn(resolve(cwd, dirname(missing))));
  if (found === undefined) return undefined;
  const suggestion = join(dirname(missing), found);
  const whole = join(suggestion, name.slice(missing.length));
  return existsSync(resolve(cwd, whole)) ? whole : suggestion;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
