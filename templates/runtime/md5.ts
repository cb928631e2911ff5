/** The sine table of RFC 1321, section 3.4: floor(2^32 * abs(sin(i))). */
const sines: Int32Array = Int32Array.from({ length: 64 }, (_, i) =>
  Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))),
);

/** How far each step rotates (section 3.4), round by round; the steps of a round repeat four. */
const shifts: Uint8Array = Uint8Array.of(7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21);

/** The word that each step takes in (section 3.4). */
const indexes: Uint8Array = Uint8Array.from(
  { length: 64 },
  (_, step) => ([step, 5 * step + 1, 3 * step + 5, 7 * step][step >> 4] ?? 0) & 15,
);

/**
 * The MD5 digest (RFC 1321) of a text's UTF-8 bytes, as 32 lowercase hexadecimal digits.
 *
 * MD5 is no protection against forgery; it is what the protocol asks for. Web platforms offer none,
 * so it is written out here and runs everywhere.
 */
export function md5(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    const [w, x, y, z] = digestBlock(words, block, a, b, c, d);
    [a, b, c, d] = [(a + w) | 0, (b + x) | 0, (c + y) | 0, (d + z) | 0];
  }
  return hexOf(a) + hexOf(b) + hexOf(c) + hexOf(d);
}

/** Section 3.4: what one block of 16 words makes of the state. */
function digestBlock(
  words: Int32Array,
  block: number,
  a: number,
  b: number,
  c: number,
  d: number,
): readonly [number, number, number, number] {
  for (let step = 0; step < 64; step++) {
    const mixed =
      step < 16
        ? (b & c) | (~b & d)
        : step < 32
          ? (b & d) | (c & ~d)
          : step < 48
            ? b ^ c ^ d
            : c ^ (b | ~d);
    const sum = (a + mixed + at(sines, step) + at(words, block + at(indexes, step))) | 0;
    const shift = at(shifts, ((step >> 4) << 2) | (step & 3));
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  return [a, b, c, d];
}

/** An item that is there. */
function at(items: Int32Array | Uint8Array, index: number): number {
  return items[index] ?? 0;
}

/** The bytes as little-endian words, with the closing bit and the length in bits, of which there may be 2^31. */
function padded(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  // The byte behind the text is the closing bit.
  for (let index = 0; index <= bytes.length; index++)
    words[index >> 2] = at(words, index >> 2) | ((bytes[index] ?? 0x80) << ((index & 3) * 8));
  words[words.length - 2] = bytes.length << 3;
  return words;
}

/** A word's bytes, the lowest first. */
function hexOf(word: number): string {
  let hex = '';
  for (let shift = 0; shift < 32; shift += 8)
    hex += ((word >>> shift) & 255).toString(16).padStart(2, '0');
  return hex;
}
