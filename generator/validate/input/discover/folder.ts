import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './error-code.js';

/** Ends of names that payloads have. */
const payload = /\.(?:json|ndjson|jsonl|har|http)$/i;

/** What stands in a folder. Names are relative to it, with slashes, and sorted by code unit. */
export interface FolderFiles {
  readonly names: readonly string[];
  /** Folders and links that lead nowhere; the empty name is the folder itself. */
  readonly unreadable: readonly { readonly name: string; readonly code: string }[];
}

/**
 * The payloads in a folder, however deep, without `node_modules` and without what is hidden. A folder
 * that can be reached in several ways is entered once, by its own name rather than by a link.
 */
export function filesInFolder(folder: string): FolderFiles {
  const names: string[] = [];
  const unreadable: { name: string; code: string }[] = [];
  const entered = new Set<string>();
  const folders = [''];
  /** Links wait until all else has been seen. */
  const links: string[] = [];
  for (;;) {
    const name = folders.pop() ?? links.shift();
    if (name === undefined) break;
    try {
      const path = join(folder, name);
      const real = realpathSync(path);
      if (entered.has(real)) continue;
      entered.add(real);
      for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const inner = name === '' ? entry.name : `${name}/${entry.name}`;
        const kind = kindOf(entry, join(path, entry.name));
        if (kind === 'folder') (entry.isSymbolicLink() ? links : folders).push(inner);
        else if (!payload.test(entry.name)) continue;
        else if (kind === 'file') names.push(inner);
        else if (kind !== 'other') unreadable.push({ name: inner, code: kind.code });
      }
    } catch (error) {
      unreadable.push({ name, code: errorCode(error) });
    }
  }
  return { names: names.sort(), unreadable: unreadable.sort(byName) };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** What an entry is, or what the link leads to that it is. */
function kindOf(
  entry: Dirent,
  path: string,
): 'folder' | 'file' | 'other' | { readonly code: string } {
  try {
    const what = entry.isDirectory() || entry.isFile() ? entry : statSync(path);
    return what.isDirectory() ? 'folder' : what.isFile() ? 'file' : 'other';
  } catch (error) {
    return { code: errorCode(error) };
  }
}
