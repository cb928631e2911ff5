import { Worker } from 'node:worker_threads';
import type { Counts } from '../coverage/counter.js';
import type { RunOptions } from './options.js';
import type { Unit, UnitResult } from './unit.js';

/** What a thread is sent: a unit, or the wish to know what it has counted. */
export type ToThread = { readonly id: number; readonly unit: Unit } | { readonly id: number };

/** What a thread answers. */
export interface FromThread {
  readonly id: number;
  readonly result?: UnitResult;
  readonly counts?: Counts;
}

interface Job {
  readonly id: number;
  readonly unit: Unit | undefined;
  settle(answer: FromThread): void;
  fail(error: Error): void;
}

/** Threads that do units, each as many as it can. */
export class Threads {
  readonly #workers: Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Job[] = [];
  readonly #running = new Map<Worker, Job>();
  #nextId = 0;

  constructor(count: number, options: RunOptions) {
    this.#workers = Array.from({ length: count }, () => {
      const worker = new Worker(new URL('./validate-worker.js', import.meta.url), {
        workerData: options,
        // What lives longer than a line is little: a small nursery costs nothing, and there may be many.
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      });
      worker.on('message', (answer: FromThread) => this.#answered(worker, answer));
      worker.on('error', (error: Error) => this.#failed(worker, error));
      return worker;
    });
    this.#idle = [...this.#workers];
  }

  /** Does a unit on the next thread that is free. */
  async run(unit: Unit): Promise<UnitResult> {
    const { result } = await new Promise<FromThread>((settle, fail) => {
      this.#waiting.push({ id: this.#nextId++, unit, settle, fail });
      this.#next();
    });
    if (result === undefined) throw new Error('a thread answered nothing');
    return result;
  }

  /** What all threads have counted; to be asked once every unit is done. */
  async counts(): Promise<Counts[]> {
    const answers = this.#workers.map(
      (worker) =>
        new Promise<FromThread>((settle, fail) => {
          this.#start(worker, { id: this.#nextId++, unit: undefined, settle, fail });
        }),
    );
    return (await Promise.all(answers)).map(({ counts = {} }) => counts);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const [worker, job] = [this.#idle.pop(), this.#waiting.shift()];
      if (worker !== undefined && job !== undefined) this.#start(worker, job);
    }
  }

  #start(worker: Worker, job: Job): void {
    this.#running.set(worker, job);
    const { id, unit } = job;
    const message: ToThread = unit === undefined ? { id } : { id, unit };
    worker.postMessage(message);
  }

  #answered(worker: Worker, answer: FromThread): void {
    const job = this.#running.get(worker);
    this.#running.delete(worker);
    this.#idle.push(worker);
    job?.settle(answer);
    this.#next();
  }

  #failed(worker: Worker, error: Error): void {
    for (const job of [this.#running.get(worker), ...this.#waiting]) job?.fail(error);
    this.#waiting.length = 0;
  }
}
