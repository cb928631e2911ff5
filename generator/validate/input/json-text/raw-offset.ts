import { escapeLength } from './tokens.js';

/**
 * Where in a text the unit stands that a JSON string literal has at an index once it is decoded; an
 * escape stands where its backslash does. `stringStart` is the place of the literal's first quote. An
 * index behind the last unit is the place of the last quote.
 */
export function rawOffset(text: string, stringStart: number, index: number): number {
  return rawOffsets(text, stringStart, [index])(index);
}

/** The same for each of some indexes, for which the literal is gone through once. */
export function rawOffsets(
  text: string,
  stringStart: number,
  indexes: readonly number[],
): (index: number) => number {
  const offsets = new Map<number, number>();
  let at = stringStart + 1;
  let unit = 0;
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    for (; unit < index && at < text.length && text[at] !== '"'; unit++)
      at += text[at] === '\\' ? Math.max(1, escapeLength(text, at, text.length)) : 1;
    offsets.set(index, at);
  }
  return (index) => offsets.get(index) ?? at;
}
