import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './outcome.js';

/** Files that a run writes, or has its keys from: they are no payloads wherever they lie. */
export class OwnFiles {
  readonly #written: ReadonlySet<string>;
  readonly #all: ReadonlySet<string>;

  constructor(written: readonly string[], read: readonly string[]) {
    this.#written = new Set(written.map(pathOf));
    this.#all = new Set([...this.#written, ...read.map(pathOf)]);
  }

  /** Throws where a file that is to be read would be written over first. */
  guard(files: readonly string[]): void {
    for (const file of files)
      if (file !== '-' && this.#written.has(pathOf(file)))
        throw new UsageError(`${file} is to be read, and a report would be written over it`);
  }

  /** Whether a file that was found is one of them. */
  has(path: string): boolean {
    return path !== '' && this.#all.has(pathOf(path));
  }
}

/** The one path of a file that has several. */
function pathOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}
