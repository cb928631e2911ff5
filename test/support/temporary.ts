import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

/** A file to be written: its path inside the folder, and its text. */
interface TextFile {
  readonly path: string;
  readonly text: string;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with these files, that goes when the test file ends. */
export function temporaryFolder(files: readonly TextFile[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), 'msdk-api-test-'));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: readonly TextFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
