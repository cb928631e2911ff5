const quote = 0x22;
const backslash = 0x5c;
/** With this bit set, both opening brackets are one number, and both closing ones. */
const bracketBit = 0x20;
const opening = 0x7b;
const closing = 0x7d;

/** Bytes of a string that are looked at one by one before the engine's own search is asked. */
const near = 48;

/**
 * Finds where a JSON value ends that comes in chunks of bytes. It looks at brackets and quotes alone,
 * which is enough for JSON, and fast; whether the value is JSON is for who reads it.
 */
export class ValueScanner {
  #kind: 'string' | 'container' | 'scalar' = 'scalar';
  #depth = 0;
  #isInString = false;
  /** Whether the last byte was a backslash that takes the next byte with it. */
  #isEscaped = false;

  /** Starts with a value whose first byte this is; {@link scan} is then given the bytes behind it. */
  begin(first: number): void {
    const isContainer = (first | bracketBit) === opening;
    this.#kind = first === quote ? 'string' : isContainer ? 'container' : 'scalar';
    this.#depth = isContainer ? 1 : 0;
    this.#isInString = first === quote;
    this.#isEscaped = false;
  }

  /** The index behind the value's last byte; -1 where the value goes on in the next chunk. */
  scan(chunk: Uint8Array, from: number): number {
    if (this.#kind === 'scalar') return endOfScalar(chunk, from);
    let at = from;
    while (at < chunk.length) {
      if (this.#isInString) {
        at = this.#skipString(chunk, at);
        if (at === -1) return -1;
        this.#isInString = false;
        if (this.#kind === 'string') return at;
      }
      at = this.#skipToString(chunk, at);
      if (this.#depth === 0) return at;
    }
    return -1;
  }

  /** Goes to the next string's first character, or behind the value's end, or to the chunk's end. */
  #skipToString(chunk: Uint8Array, from: number): number {
    let depth = this.#depth;
    let at = from;
    for (const end = chunk.length; at < end; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === quote) {
        this.#isInString = true;
        at++;
        break;
      }
      const bracket = byte | bracketBit;
      if (bracket === opening) depth++;
      else if (bracket === closing && --depth === 0) {
        at++;
        break;
      }
    }
    this.#depth = depth;
    return at;
  }

  /** The index behind the string's last quote; -1 where the string goes on in the next chunk. */
  #skipString(chunk: Uint8Array, from: number): number {
    let at = from;
    if (this.#isEscaped) {
      at++;
      this.#isEscaped = false;
    }
    for (;;) {
      for (const end = Math.min(at + near, chunk.length); at < end; at++) {
        const byte = chunk[at];
        if (byte === quote) return at + 1;
        if (byte === backslash) at++;
      }
      if (at > chunk.length) this.#isEscaped = true;
      if (at >= chunk.length) return -1;
      const found = chunk.indexOf(quote, at);
      const end = found === -1 ? chunk.length : found;
      let first = end;
      while (first > at && chunk[first - 1] === backslash) first--;
      const isEscaped = (end - first) % 2 === 1;
      if (found !== -1 && !isEscaped) return end + 1;
      at = isEscaped ? end + 1 : end;
    }
  }
}

function endOfScalar(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at++) {
    const byte = chunk[at] ?? 0;
    if (byte <= 0x20 || byte === 0x2c || (byte | bracketBit) === closing) return at;
  }
  return -1;
}
