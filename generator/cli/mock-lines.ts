/** What may wait for a reader of stderr, in bytes: a server must not stop, or grow, because nobody reads. */
const mostWaiting = 1024 * 1024;

/** Lines on stderr, written together; those are left out for which there is no room. */
export class ErrorLines {
  #lines: string[] = [];
  #leftOut = 0;

  constructor() {
    // Whoever read has gone.
    process.stderr.on('error', () => undefined);
  }

  /** Writes a line soon. */
  write(line: string): void {
    if (this.#lines.push(line) === 1) setImmediate(() => this.flush());
  }

  /** Writes what is there at once. */
  flush(): void {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return;
    if (process.stderr.writableLength > mostWaiting) {
      this.#leftOut += lines.length;
      return;
    }
    if (this.#leftOut > 0) lines.unshift(`msdk: ${this.#leftOut} lines were left out: nobody read`);
    this.#leftOut = 0;
    process.stderr.write(`${lines.join('\n')}\n`);
  }
}
