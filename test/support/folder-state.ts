import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Every file below a folder with the SHA-256 of its bytes, by path. A link stands for where it leads. */
export function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        const bytes = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
        return [relative(folder, path), createHash('sha256').update(bytes).digest('hex')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What stands beside a folder under a name made from its own: nothing, when a run has ended well. */
export function leftBeside(folder: string): string[] {
  const parent = dirname(folder);
  if (!existsSync(parent) || !statSync(parent).isDirectory()) return [];
  return readdirSync(parent).filter((name) => name.startsWith(`.${basename(folder)}.`));
}

/** Writes files, by path, below a folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
