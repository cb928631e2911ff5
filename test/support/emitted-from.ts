import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { EmittedFile } from '../../generator/emit/emitted-file.js';
import { manifestPath } from '../../generator/write/index.js';

/** The files below a folder, as if they had just been emitted. */
export function emittedFrom(folder: string): EmittedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== manifestPath)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
