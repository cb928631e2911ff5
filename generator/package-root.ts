import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: templates and the catalogue stand below it. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** The folder of templates. */
export const templatesFolder: string = join(packageRoot, 'templates');

/** The version of this package. */
export function packageVersion(): string {
  const text = readFileSync(join(packageRoot, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'templates')) && existsSync(join(folder, 'package.json')))
    return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('the package is not complete: its templates are missing');
  return findRoot(parent);
}
