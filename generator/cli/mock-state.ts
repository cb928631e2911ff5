import type { Mock } from '../../templates/runtime/mock/options.js';
import { readState, StateFileError, writeState } from '../mock/state-file.js';
import { orUsage } from './mock-engine.js';
import { UsageError } from './outcome.js';

/** Keeps the world in the file of `--state`; without one it does nothing. */
export class StateKeeper {
  readonly #file: string | undefined;
  readonly #mock: Mock;
  #saved: Promise<void> = Promise.resolve();

  constructor(file: string | undefined, mock: Mock) {
    this.#file = file;
    this.#mock = mock;
  }

  /** Puts the file's world in place, where there is the file. Throws a `UsageError` where it is unusable. */
  async load(): Promise<void> {
    if (this.#file === undefined) return;
    const option = `--state ${this.#file}`;
    try {
      const world = await readState(this.#file);
      if (world !== undefined) orUsage(option, () => this.#mock.restore(world));
    } catch (error) {
      if (error instanceof StateFileError) throw new UsageError(`${option}: ${error.message}`);
      throw error;
    }
  }

  /** Writes the world as it is now. Throws a `UsageError` where that fails. */
  async save(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    // One after the other: the last to be written has to be the last to be asked for.
    const before = this.#saved.catch(() => undefined);
    this.#saved = before.then(() => writeState(file, this.#mock.snapshot()));
    try {
      await this.#saved;
    } catch (error) {
      const { code = 'error' } = error as NodeJS.ErrnoException;
      throw new UsageError(`--state ${file}: the world cannot be written (${code})`);
    }
  }

  /** Also writes it at each SIGUSR2. */
  saveOnSignal(failed: (reason: string) => void): void {
    if (process.platform === 'win32') return;
    process.on('SIGUSR2', () => {
      // Without this the signal would end the process.
      if (this.#file === undefined) return failed('SIGUSR2: there is no --state file to write');
      this.save().catch((error: unknown) => failed(String(error)));
    });
  }
}
