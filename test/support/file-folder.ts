import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that all tests of a file share, removed when the file is done. */
export function folderOfThisFile(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'msdk-api-file-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
