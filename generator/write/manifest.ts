import { createHash } from 'node:crypto';
import { partsOf, type EmittedFile } from '../emit/emitted-file.js';

/** The list of what the tool wrote, kept in the output folder: what is not on it is never removed. */
export const manifestPath = 'manifest.json';

/** The files of an output folder, by path, each with the SHA-256 of its bytes. */
export interface Manifest {
  readonly tool: 'msdk-api';
  readonly files: Readonly<Record<string, string>>;
}

/** The SHA-256 of each file, by path, in the order of the paths. */
export function hashesOf(files: readonly EmittedFile[]): Readonly<Record<string, string>> {
  const entries = files
    .map((file): [string, string] => [file.path, hashOf(file)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

/** The manifest of files, as the file in which it stands. */
export function manifestOf(files: readonly EmittedFile[], hashes = hashesOf(files)): EmittedFile {
  const manifest: Manifest = { tool: 'msdk-api', files: hashes };
  return { path: manifestPath, text: `${JSON.stringify(manifest, null, 2)}\n` };
}

/** Reads a manifest; undefined where the text is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  try {
    const value = JSON.parse(text) as { tool?: unknown; files?: unknown } | null;
    if (value?.tool !== 'msdk-api' || typeof value.files !== 'object' || value.files === null)
      return undefined;
    return { tool: 'msdk-api', files: value.files as Record<string, string> };
  } catch {
    return undefined;
  }
}

/** The SHA-256 of what a file holds. */
export function hashOf(file: EmittedFile): string {
  const hash = createHash('sha256');
  for (const part of partsOf(file)) hash.update(part);
  return hash.digest('hex');
}

/** The SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
