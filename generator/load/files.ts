import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';

/** A file of the catalogue's folder, not yet parsed. */
export interface RawFile {
  /** The path inside the catalogue's folder, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

/** Thrown when the catalogue's folder itself cannot be read. */
export class UnreadableFolder extends Error {
  override name = 'UnreadableFolder';
}

/** Reads every YAML file below a folder, ordered by path. A file that cannot be read is a diagnostic. */
export function readFolder(folder: string): [RawFile[], Diagnostic[]] {
  const found: Diagnostic[] = [];
  const files: RawFile[] = [];
  for (const path of listYaml(folder)) {
    const place = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(
        readFileSync(join(folder, path)),
      );
      files.push({ path, text: text.replaceAll('\r\n', '\n') });
    } catch (error) {
      found.push(
        error instanceof TypeError
          ? diagnostic('invalid-utf8', {}, place)
          : diagnostic('unreadable-file', { reason: reasonOf(error) }, place),
      );
    }
  }
  return [files, found];
}

function listYaml(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new UnreadableFolder(`cannot read the catalogue's folder ${folder}: ${reasonOf(error)}`);
  }
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.ya?ml$/.test(name) && !/(^|\/)\./.test(name))
    .sort();
}

/** Why a file cannot be read, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES') return 'no permission';
  if (code === 'ENOTDIR') return 'it is not a folder';
  if (code === 'EISDIR') return 'it is a folder';
  return code ?? String(error);
}
