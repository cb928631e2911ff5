import type { Received } from './exchange.js';

/** The last requests that were answered, so many and no more. */
export class Journal {
  readonly #kept: Received[] = [];
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = Math.max(0, most);
  }

  /** How many requests were answered. */
  get length(): number {
    return this.#count;
  }

  /** The number of the request that is noted next. */
  next(): number {
    return ++this.#count;
  }

  note(received: Received): Received {
    if (this.#most > 0) this.#kept.push(received);
    // Dropping many at once costs less than one at a time.
    if (this.#kept.length > 2 * this.#most) this.#kept.splice(0, this.#kept.length - this.#most);
    return received;
  }

  /** The requests that are kept, oldest first. */
  list(endpoint: string | undefined): readonly Received[] {
    const last = this.#most === 0 ? [] : this.#kept.slice(-this.#most);
    return endpoint === undefined ? last : last.filter((entry) => entry.endpoint === endpoint);
  }

  reset(): void {
    this.#kept.length = 0;
    this.#count = 0;
  }
}
