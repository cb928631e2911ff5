/** A place as people count: both from 1, columns in UTF-16 code units. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset. A line ends with `\n`; a `\r` before it is the line's last column. */
export function lineAndColumn(text: string, offset: number): LineAndColumn {
  return new Lines(text).at(offset);
}

/** The lines of a text, which are looked for once. */
export class Lines {
  readonly #text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.#text = text;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
      this.#starts.push(end + 1);
  }

  /** The line and column of an offset. */
  at(offset: number): LineAndColumn {
    const target = Math.max(0, Math.min(offset, this.#text.length));
    const line = this.#lineOf(target);
    return { line, column: target - this.#startOf(line) + 1 };
  }

  /** Where the line starts and ends that an offset is on, without its `\n`. */
  around(offset: number): { readonly start: number; readonly end: number } {
    const line = this.#lineOf(offset);
    const next = this.#starts[line];
    return { start: this.#startOf(line), end: next === undefined ? this.#text.length : next - 1 };
  }

  #startOf(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }

  #lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}
