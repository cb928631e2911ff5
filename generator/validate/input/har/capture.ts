/** Keeps the bytes of a value that comes in chunks, as long as they are not too many. */
export class Capture {
  #parts: Uint8Array[] = [];
  #limit = 0;
  /** All bytes that there were, kept or not. */
  length = 0;

  begin(limit: number): void {
    this.#parts = [];
    this.#limit = limit;
    this.length = 0;
  }

  /** Takes a part behind which more will come, and gives back what is too much to be kept. */
  hold(part: Uint8Array): readonly Uint8Array[] {
    this.length += part.length;
    if (this.length > this.#limit) return this.#drop(part);
    // The chunk belongs to whoever gave it, and may be filled anew.
    this.#parts.push(new Uint8Array(part));
    return [];
  }

  /** Takes the last part. Gives the whole; where that is too long, the parts not yet given back. */
  finish(last: Uint8Array): Uint8Array | readonly Uint8Array[] {
    this.length += last.length;
    if (this.length > this.#limit) return this.#drop(last);
    if (this.#parts.length === 0) return last;
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const part of [...this.#parts, last]) {
      whole.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    return whole;
  }

  #drop(part: Uint8Array): readonly Uint8Array[] {
    const dropped = [...this.#parts, part];
    this.#parts = [];
    return dropped;
  }
}
