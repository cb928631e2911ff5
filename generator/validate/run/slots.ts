/** The size of a slot at first; most hold what they are for. */
const size = 1_200_000;

/**
 * Memory that is used again and again, and shared by all threads: bytes that are read here, looked at there,
 * and then of no use to anyone would otherwise lie about until they are collected.
 */
export class Slots {
  readonly #count: number;
  readonly #slots: SharedArrayBuffer[] = [];
  #next = 0;

  /** `underWay` is how many of them are looked at, at most, while the next is filled. */
  constructor(underWay: number) {
    // One more is with whoever asked for it last, and another is being filled.
    this.#count = underWay + 3;
  }

  /** Puts pieces together in the slot that was used longest ago. */
  joined(pieces: readonly Buffer[]): Buffer {
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const known = this.#slots[this.#next];
    const slot =
      known === undefined || known.byteLength < length
        ? new SharedArrayBuffer(Math.max(size, length))
        : known;
    this.#slots[this.#next] = slot;
    this.#next = (this.#next + 1) % this.#count;
    const bytes = Buffer.from(slot, 0, length);
    let at = 0;
    for (const piece of pieces) at += piece.copy(bytes, at);
    return bytes;
  }
}
