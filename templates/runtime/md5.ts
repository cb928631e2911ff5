/** The sine table of RFC 1321, section 3.4: floor(2^32 * abs(sin(i))). */
const sines: readonly number[] = Array.from({ length: 64 }, (_, i) =>
  Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))),
);

/** How far each step of a round rotates. */
const shifts: readonly (readonly number[])[] = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

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
    let [w, x, y, z] = [a, b, c, d];
    for (let step = 0; step < 64; step++) {
      const round = step >> 4;
      const [mixed, index] = mix(round, step, x, y, z);
      const sum = (w + mixed + (sines[step] ?? 0) + (words[block + index] ?? 0)) | 0;
      const shift = shifts[round]?.[step & 3] ?? 0;
      [w, z, y, x] = [z, y, x, (x + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    [a, b, c, d] = [(a + w) | 0, (b + x) | 0, (c + y) | 0, (d + z) | 0];
  }
  return [a, b, c, d].map(littleEndianHex).join('');
}

/** The round's function of three words, and which word of the block the step takes. */
function mix(
  round: number,
  step: number,
  x: number,
  y: number,
  z: number,
): readonly [number, number] {
  switch (round) {
    case 0:
      return [(x & y) | (~x & z), step];
    case 1:
      return [(x & z) | (y & ~z), (5 * step + 1) & 15];
    case 2:
      return [x ^ y ^ z, (3 * step + 5) & 15];
    default:
      return [y ^ (x | ~z), (7 * step) & 15];
  }
}

/** The bytes as little-endian words, with the closing bit and the length in bits. */
function padded(bytes: Uint8Array): Int32Array {
  const blocks = ((bytes.length + 8) >> 6) + 1;
  const words = new Int32Array(blocks * 16);
  for (const [index, byte] of bytes.entries())
    words[index >> 2] = (words[index >> 2] ?? 0) | (byte << ((index & 3) * 8));
  const end = bytes.length >> 2;
  words[end] = (words[end] ?? 0) | (0x80 << ((bytes.length & 3) * 8));
  words[words.length - 2] = bytes.length << 3;
  words[words.length - 1] = Math.floor(bytes.length / 2 ** 29);
  return words;
}

function littleEndianHex(word: number): string {
  return [0, 8, 16, 24]
    .map((shift) => ((word >>> shift) & 255).toString(16).padStart(2, '0'))
    .join('');
}
