import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { manifestPath, parseManifest, sha256, type Manifest } from './manifest.js';
import { OutputError } from './output-error.js';

/** What stands in an output folder. */
export interface Tree {
  /** Every file below the folder, ordered, with `/` on every system. */
  readonly paths: readonly string[];
  readonly manifest: Manifest | undefined;
  /** The SHA-256 of a file's bytes, undefined where there is no such file. */
  hash(path: string): string | undefined;
}

/** Looks at an output folder. Throws {@link OutputError} where it is not a folder, or holds files that are not ours. */
export function readTree(asked: string): Tree {
  const folder = resolve(asked);
  if (!existsSync(folder)) return { paths: [], manifest: undefined, hash: () => undefined };
  if (!lstatSync(folder).isDirectory()) throw new OutputError(`${asked} is not a folder`);
  const paths = listFiles(folder);
  const manifest = paths.includes(manifestPath)
    ? parseManifest(readFileSync(join(folder, manifestPath), 'utf8'))
    : undefined;
  if (paths.length > 0 && manifest === undefined)
    throw new OutputError(
      `${asked} holds files, and no ${manifestPath} of this tool says that it wrote them; choose another folder, or empty it`,
    );
  const present = new Set(paths);
  const hash = (path: string): string | undefined =>
    present.has(path) ? sha256(readFileSync(join(folder, path))) : undefined;
  return { paths, manifest, hash };
}

/** Every file below a folder, ordered, with `/` on every system. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
