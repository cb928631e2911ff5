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
  /** How many units may be under way at a time, at most: each thread has its next one waiting. */
  readonly underWay: number;
  readonly #options: RunOptions;
  readonly #jobs: number;
  readonly #counter: ReturnType<typeof countingBench>['counter'];
  #threads: Promise<Threads> | undefined;
  #bytes = 0;

  constructor(options: RunOptions, jobs: number) {
    const { workbench, counter } = countingBench(options);
    this.workbench = workbench;
    this.#options = options;
    this.#jobs = jobs;
    this.underWay = jobs * 2;
    this.#counter = counter;
  }

  /** Tells how much is to be done, as far as that is known. */
  expect(bytes: number): void {
    this.#bytes += bytes;
    if (this.#threads !== undefined || this.#jobs < 2 || this.#bytes < worthThreads) return;
    this.#threads = import('./threads.js').then(
      ({ Threads }) => new Threads(this.#jobs, this.#options),
    );
  }

  /** How many units may be under way now. */
  get width(): number {
    return this.#threads === undefined ? 1 : this.underWay;
  }

  async run(unit: Unit): Promise<UnitResult> {
    if (unit.kind === 'lines') this.expect(unit.bytes.length);
    return this.#threads === undefined
      ? doUnit(unit, this.workbench)
      : (await this.#threads).run(unit);
  }

  /** What was counted, wherever that was. */
  async counts(): Promise<Counts[]> {
    const elsewhere = (await (await this.#threads)?.counts()) ?? [];
    return this.#counter === undefined ? elsewhere : [this.#counter.counts(), ...elsewhere];
  }

  async stop(): Promise<void> {
    await (await this.#threads)?.stop();
  }
}
