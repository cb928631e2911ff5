// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../peers.mjs';
import { timed } from '../process.mjs';
import { writeSynthetic } from '../synthetic.mjs';
import { generate } from './contenders.mjs';

/** A temporary folder with all that the cases start from, each part made when first asked for. */
export class Workspace {
  #folder = mkdtempSync(join(tmpdir(), 'msdk-bench-'));
  /** @type {Map<string, Promise<string>>} */
  #made = new Map();

  /** The catalogue with `times` as many endpoints. @param {number} times */
  async spec(times) {
    const real = join(root, 'spec');
    if (times === 1) return real;
    return this.#once(`spec-${times}`, (folder) => writeSynthetic(real, folder, times));
  }

  /** What ours gives for that catalogue: for the peers to read, never changed. @param {number} times */
  async generated(times) {
    const spec = await this.spec(times);
    return this.#once(`generated-${times}`, (folder) => timed(generate(spec, folder)));
  }

  /** A folder for output. @param {string} name */
  async folder(name) {
    return this.#once(name, (folder) => mkdirSync(folder));
  }

  remove() {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @param {string} name @param {(folder: string) => unknown} make */
  #once(name, make) {
    const folder = join(this.#folder, name);
    const made = this.#made.get(name) ?? Promise.resolve(make(folder)).then(() => folder);
    this.#made.set(name, made);
    return made;
  }
}
