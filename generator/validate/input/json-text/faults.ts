import { syntaxError, type JsonSyntaxError, type JsonSyntaxErrorKind } from './syntax-error.js';
import { escapeLength } from './tokens.js';

/** What other languages write where JSON has true, false and null. */
const otherWords = /^(?:true|false|null|none|nil|undefined)$/i;

/** Kinds of faults that their first characters tell. */
const telling: readonly (readonly [RegExp, JsonSyntaxErrorKind])[] = [
  [/'[^'\n]*'?/y, 'single-quotes'],
  [/[“”„‘’＂＇][^“”„‘’＂＇\n]*[“”„‘’＂＇]?/y, 'typographic-quotes'],
  [/\/[/*][^\n]*|#[^\n]*/y, 'comment'],
  [/[，：｛｝［］、；]/y, 'fullwidth-punctuation'],
  [/[+-]?(?:NaN|Inf(?:inity)?)(?![\w$])/iy, 'not-finite'],
  [/-[\w.+-]*|\+[\d.][\w.+-]*|\.?\d[\w.+-]*/y, 'bad-number'],
  [/[\s\u200b\u2060\ufeff]/y, 'bad-space'],
];

/** What a text's characters are where no token of JSON starts. */
export function describeFault(
  text: string,
  at: number,
  limit: number,
  isKey: boolean,
): JsonSyntaxError {
  if (text[at] === '"') return describeString(text, at, limit);
  if (text[at] === '\ufeff' && at === 0) return syntaxError('byte-order-mark', at, '\ufeff');
  for (const [pattern, kind] of telling) {
    const found = matchAt(pattern, text, at, limit);
    if (found === '') continue;
    const isWord = kind === 'bad-number' || kind === 'not-finite';
    return syntaxError(isKey && isWord ? 'unquoted-key' : kind, at, found);
  }
  const word = wordAt(text, at, limit);
  if (word === '') return syntaxError('unexpected-character', at, characterAt(text, at, limit));
  if (isKey) return syntaxError('unquoted-key', at, word);
  if (otherWords.test(word)) return syntaxError('wrong-literal', at, word);
  const isCut = at + word.length === limit && /^(?:t(?:ru?)?|f(?:a|al|als)?|n(?:ul?)?)$/.test(word);
  return isCut ? syntaxError('unexpected-end', limit, '') : syntaxError('unquoted-text', at, word);
}

/** The word that starts here: what a person would have meant as one. */
export function wordAt(text: string, at: number, limit: number): string {
  return matchAt(/[\p{L}_$][\p{L}\p{N}_$.-]*/uy, text, at, limit);
}

/** The whole character that stands here. */
export function characterAt(text: string, at: number, limit: number): string {
  return at < limit ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function describeString(text: string, start: number, limit: number): JsonSyntaxError {
  for (let at = start + 1; at < limit; at++) {
    const sign = text.charAt(at);
    if (sign === '\n' || sign === '\r') return syntaxError('line-break-in-string', at, sign);
    if (sign < ' ') return syntaxError('control-character', at, sign);
    if (sign !== '\\') continue;
    const length = escapeLength(text, at, limit);
    if (length === -1 && isCutEscape(text.slice(at, limit))) break;
    if (length === -1) return syntaxError('bad-escape', at, escapeAt(text, at, limit));
    at += length - 1;
  }
  return syntaxError('unterminated-string', start, text.slice(start, limit));
}

/** Whether the text ends within an escape that might have become a good one. */
function isCutEscape(rest: string): boolean {
  return rest.length < 6 && /^\\(?:u[\da-f]*)?$/i.test(rest);
}

function escapeAt(text: string, at: number, limit: number): string {
  if (text[at + 1] === 'u') return matchAt(/\\u[^"\\\s]{0,4}/y, text, at, limit);
  return `\\${characterAt(text, at + 1, limit)}`;
}

/** What a sticky pattern matches here. Only so much is looked at as could be told. */
function matchAt(pattern: RegExp, text: string, at: number, limit: number): string {
  const near = text.slice(at, Math.min(limit, at + 100));
  pattern.lastIndex = 0;
  return pattern.exec(near)?.[0] ?? '';
}
