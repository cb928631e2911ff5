import { escapeLength } from './tokens.js';

/**
 * Where in a text the unit stands that a JSON string literal has at an index once it is decoded; an
 * escape stands where its backslash does. `stringStart` is the place of the literal's first quote. An
 * index behind the last unit is the place of the last quote.
 */
export function rawOffset(text: string, stringStart: number, index: number): number {
  let at = stringStart + 1;
  for (let unit = 0; unit < index && at < text.length && text[at] !== '"'; unit++)
    at += text[at] === '\\' ? Math.max(1, escapeLength(text, at, text.length)) : 1;
  return at;
}
