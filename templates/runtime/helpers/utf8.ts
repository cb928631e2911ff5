import { byteLength } from '../text.js';

/**
 * How many bytes a text has in UTF-8, as `TextEncoder` would write it: half of a surrogate pair counts
 * as the three bytes of the replacement character. Nothing is allocated.
 *
 * Every text of the API is UTF-8, and its limits count bytes: 45 for a title holds 15 Chinese characters.
 *
 * Source: server-en:78, server-en:2626-2635, general-en:5, faq-zh:29
 */
export const utf8Length: (text: string) => number = byteLength;

/** Whether a text has at most `max` bytes in UTF-8. */
export function fitsBytes(text: string, max: number): boolean {
  // A unit of the text has one byte at least and three at most.
  return text.length * 3 <= max || (text.length <= max && utf8Length(text) <= max);
}

/**
 * The longest beginning of a text that has at most `max` bytes in UTF-8 and splits no character.
 *
 * A character is what people take for one, an emoji with its skin colour, say, where the platform knows
 * (`Intl.Segmenter`), else a code point. A first character above the limit leaves the empty text. Throws
 * a RangeError for a limit that is no count of bytes.
 */
export function truncateToBytes(text: string, max: number): string {
  if (!(max >= 0)) throw new RangeError(`max is ${max}: give a number of bytes, 0 or more`);
  if (fitsBytes(text, max)) return text;
  let bytes = 0;
  let end = 0;
  for (const character of charactersOf(text)) {
    bytes += utf8Length(character);
    if (bytes > max) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function* charactersOf(text: string): Iterable<string> {
  if (!('Segmenter' in Intl)) return yield* text;
  for (const { segment } of new Intl.Segmenter('und').segment(text)) yield segment;
}
