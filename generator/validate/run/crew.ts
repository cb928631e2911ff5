import type { Counts } from '../coverage/counter.js';
import { countingBench } from './counting.js';
import { doUnit } from './do-unit.js';
import type { RunOptions } from './options.js';
import type { Threads } from './threads.js';
import type { Unit, UnitResult } from './unit.js';
import type { Workbench } from './workbench.js';

/** From so many bytes on, starting threads is worth its time. */
const worthThreads = 8 * 1024 * 1024;

/** Does units: here, until there is so much to do that threads are worth starting. */
export class Crew {
  readonly workbench: Workbench;
  /** How many units may be under way at a time: while one is worked on, the next is read. */
  width = 2;
  readonly #options: RunOptions;
  readonly #jobs: number;
  readonly #counter: ReturnType<typeof countingBench>['counter'];
  #threads: Threads | undefined;
  #starting: Promise<void> | undefined;
  #bytes = 0;

  constructor(options: RunOptions, jobs: number) {
    const { workbench, counter } = countingBench(options);
    this.workbench = workbench;
    this.#options = options;
    this.#jobs = jobs;
    this.#counter = counter;
  }

  /** Tells how much is to be done, as far as that is known. */
  async expect(bytes: number): Promise<void> {
    this.#bytes += bytes;
    if (this.#jobs < 2 || this.#bytes < worthThreads) return;
    // Several units come here while they are loaded, and shall have the same ones.
    this.#starting ??= this.#start();
    await this.#starting;
  }

  async #start(): Promise<void> {
    const { Threads } = await import('./threads.js');
    this.#threads = new Threads(this.#jobs, this.#options);
    // Enough for each thread to have its next unit waiting, and one that is slow not to hold up the others.
    this.width = this.#jobs * 3;
  }

  async run(unit: Unit): Promise<UnitResult> {
    if (unit.kind === 'lines') await this.expect(unit.bytes.length);
    return this.#threads === undefined ? doUnit(unit, this.workbench) : this.#threads.run(unit);
  }

  /** What was counted, wherever that was. */
  async counts(): Promise<Counts[]> {
    const elsewhere = (await this.#threads?.counts()) ?? [];
    return this.#counter === undefined ? elsewhere : [this.#counter.counts(), ...elsewhere];
  }

  async stop(): Promise<void> {
    await this.#threads?.stop();
  }
}
