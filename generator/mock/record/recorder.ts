import type { Knowledge } from '../../validate/knowledge.js';
import { EntryWriter } from './entry.js';
import { ForeignFileError, LineFile } from './line-file.js';
import { maskedEntry } from './mask-entry.js';
import { secretNames } from './secret-names.js';
import type { SeenExchange } from './seen.js';
import { StandIns } from './stand-ins.js';

/** Writes exchanges down, without their secrets. */
export interface Recorder {
  /**
   * Adds an exchange to the recording; settles when it is there, with the number of its line, or undefined
   * where it could not be written. It never fails.
   */
  readonly record: (exchange: SeenExchange) => Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

/** How exchanges are recorded. */
export interface RecorderOptions {
  readonly file: string;
  readonly knowledge: Knowledge;
  /** Is told why nothing is written: once until it goes on, and then how much was lost. */
  readonly onProblem: (problem: string) => void;
}

/**
 * Records to a file, of one exchange a line, that `msdk validate` and the replay take. It is added to what the file
 * holds; a file of something else is not touched. A folder that is missing is told at once, and tried
 * again with each exchange.
 */
export function createRecorder(options: RecorderOptions): Recorder {
  const recording = new Recording(options);
  let queue: Promise<unknown> = Promise.resolve();
  return {
    record(exchange) {
      const written = queue.then(() => recording.add(exchange));
      queue = written;
      return written;
    },
    close: () => queue.then(() => recording.close()),
  };
}

class Recording {
  readonly #options: RecorderOptions;
  readonly #writer: EntryWriter;
  readonly #names: ReturnType<typeof secretNames>;
  readonly #standIns = new StandIns();
  #file: LineFile | undefined;
  #isOver = false;
  #lost = 0;
  #told = '';

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#writer = new EntryWriter(options.knowledge);
    this.#names = secretNames(options.knowledge.service.secrets);
    this.#attempt(() => this.#open());
  }

  async add(exchange: SeenExchange): Promise<number | undefined> {
    if (this.#isOver) return undefined;
    let line: string;
    try {
      const entry = await this.#writer.write(exchange);
      line = JSON.stringify(maskedEntry(entry, this.#names, this.#standIns));
    } catch {
      // Its message could quote what it failed at.
      this.#lost++;
      this.#tell('an exchange could not be written down');
      return undefined;
    }
    const number = this.#attempt(() => this.#open().append(line));
    if (number === undefined) {
      this.#lost++;
      return undefined;
    }
    if (this.#lost > 0)
      this.#options.onProblem(`recording to ${this.#options.file} goes on; ${this.#lost} lost`);
    [this.#lost, this.#told] = [0, ''];
    return number;
  }

  close(): void {
    this.#isOver = true;
    this.#file?.close();
    this.#file = undefined;
  }

  #open(): LineFile {
    return (this.#file ??= new LineFile(this.#options.file));
  }

  #attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (error instanceof ForeignFileError) this.#isOver = true;
      this.#tell(reasonOf(error));
      return undefined;
    }
  }

  #tell(reason: string): void {
    if (reason === this.#told) return;
    this.#told = reason;
    this.#options.onProblem(`cannot record to ${this.#options.file}: ${reason}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is missing',
  ENOSPC: 'the disk is full',
  EACCES: 'it may not be written to',
  EPERM: 'it may not be written to',
  EISDIR: 'it is a folder',
};

function reasonOf(error: unknown): string {
  if (error instanceof ForeignFileError) return error.message;
  const { code = 'error' } = error as NodeJS.ErrnoException;
  return Object.hasOwn(reasons, code) ? `${reasons[code] ?? ''} (${code})` : code;
}
