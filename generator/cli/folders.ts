import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot } from '../package-root.js';

/** The catalogue's folder: the one asked for, else ./spec where there is a catalogue, else the package's own. */
export function specFolder(asked: string | undefined): string {
  if (asked !== undefined) return asked;
  return existsSync(join('spec', 'service.yaml')) ? 'spec' : join(packageRoot, 'spec');
}

/** A folder as shown to people: relative where that is shorter. */
export function shown(folder: string): string {
  const near = relative('.', folder);
  return near !== '' && near.length < folder.length ? near : folder;
}
