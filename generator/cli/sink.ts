import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Somewhere that a report goes. */
export class Sink {
  readonly #stream: Writable;
  readonly #isOwn: boolean;
  #failure: Error | undefined;
  #isClosed = false;

  private constructor(stream: Writable, isOwn: boolean) {
    this.#stream = stream;
    this.#isOwn = isOwn;
    stream.on('error', (error: Error) => (this.#failure = error));
    stream.on('close', () => (this.#isClosed = true));
  }

  /** Whether nobody reads what is written any more. */
  get isGone(): boolean {
    return this.#failure !== undefined || this.#isClosed;
  }

  static toStdout(): Sink {
    return new Sink(process.stdout, false);
  }

  /** Opens a file. Throws where it cannot be written. */
  static async toFile(path: string): Promise<Sink> {
    const stream = createWriteStream(path);
    await once(stream, 'open');
    return new Sink(stream, true);
  }

  /** Writes; a promise where the reader is slower, which settles once it has caught up, or is gone. */
  write(text: string): Promise<void> | undefined {
    if (text === '' || this.#failure !== undefined || this.#isClosed) return undefined;
    return this.#stream.write(text) ? undefined : this.#drained();
  }

  /** Ends a file. Throws what went wrong with it. */
  async end(): Promise<void> {
    if (!this.#isOwn) return;
    if (this.#failure === undefined)
      await new Promise<void>((settle) => this.#stream.end(() => settle()));
    if (this.#failure !== undefined) throw this.#failure;
  }

  #drained(): Promise<void> {
    return new Promise((settle) => {
      const done = (): void => {
        for (const name of ['drain', 'close', 'error']) this.#stream.off(name, done);
        settle();
      };
      for (const name of ['drain', 'close', 'error']) this.#stream.on(name, done);
    });
  }
}
