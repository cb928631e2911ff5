import { accessSync, constants, realpathSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from './error-code.js';
import type { Discovered, DiscoveredInput, DiscoveryProblem } from './types.js';

/** The inputs and problems so far; no input twice, under whichever names it is found. */
export class Collected {
  readonly #cwd: string;
  readonly #inputs: DiscoveredInput[] = [];
  readonly #problems: DiscoveryProblem[] = [];
  readonly #seen = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  pathOf(name: string): string {
    return resolve(this.#cwd, name);
  }

  addStandardInput(name: string): void {
    if (this.#isNew('')) this.#inputs.push({ name, source: 'stdin', path: '' });
  }

  /** Adds what is no folder. */
  add(argument: string, name: string, stats: Stats): void {
    const path = this.pathOf(name);
    if (!stats.isFile() && !stats.isFIFO()) {
      this.report({ kind: 'not-a-file', argument });
      return;
    }
    if (!this.#isNew(realPath(path))) return;
    try {
      accessSync(path, constants.R_OK);
    } catch (error) {
      this.report({ kind: 'unreadable', argument, name, code: errorCode(error) });
      return;
    }
    this.#inputs.push(
      stats.isFile()
        ? { name, source: 'file', path, size: stats.size }
        : { name, source: 'pipe', path },
    );
  }

  report(problem: DiscoveryProblem): void {
    this.#problems.push(problem);
  }

  result(): Discovered {
    return { inputs: this.#inputs, problems: this.#problems };
  }

  #isNew(key: string): boolean {
    const isNew = !this.#seen.has(key);
    this.#seen.add(key);
    return isNew;
  }
}

/** The one path of a file that has several; a pipe without a name has none. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
