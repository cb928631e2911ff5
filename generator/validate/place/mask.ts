/** Names of what is secret wherever it stands, beside those that the catalogue knows. */
const telling =
  'token|secret|passw|passphrase|pwd|ticket|cookie|authorization|signature|openkey|appkey|msdkkey|paykey|pfkey|api[_-]?key|session';

/** The longest name that is looked at. */
const longestName = 80;

/** Hides secrets in texts of any form: JSON whole or broken, addresses, headers, JSON within strings. */
export class Mask {
  readonly #names: RegExp;

  /** `names` are those of members and parameters that the catalogue knows to be secret. */
  constructor(names: readonly string[]) {
    const known = names.map((name) => name.replace(/\W/g, '\\$&')).join('|');
    const part = '[\\w.-]';
    const name = `${part}{0,${longestName}}(?:${telling})${part}{0,${longestName}}`;
    const quote = `(\\\\*["'])`;
    this.#names = new RegExp(
      // A pair as captures have headers: "name": "Cookie", "value": "...".
      `(?<=name\\\\*["']\\s*:\\s*\\\\*["'])(?:${name}|${known})\\\\*["']\\s*,\\s*\\\\*["']value\\\\*["']\\s*:\\s*` +
        `|(?<!${part})${quote}?(?:${name}|${known})\\1?\\s*[:=]\\s*`,
      'gi',
    );
  }

  /** The text with every secret replaced by as many asterisks, so that all places stay what they are. */
  of(text: string): string {
    const ranges: [start: number, end: number][] = [];
    this.#names.lastIndex = 0;
    for (let key = this.#names.exec(text); key !== null; key = this.#names.exec(text)) {
      const start = key.index + key[0].length;
      const range = valueAt(text, start, key[0], isAtLineStart(text, key.index));
      if (range[1] > range[0]) ranges.push(range);
      this.#names.lastIndex = Math.max(range[1], start);
    }
    return ranges.length === 0 ? text : withoutRepeats(hidden(text, ranges), text, ranges);
  }
}

function isAtLineStart(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n';
}

/** Where the value behind a name stands, without its quotes. */
function valueAt(text: string, start: number, key: string, atLineStart: boolean): [number, number] {
  const quote = /^\\*["']/.exec(text.slice(start, start + 16))?.[0];
  if (quote !== undefined) {
    const from = start + quote.length;
    return [from, endOfString(text, from, quote)];
  }
  if (text[start] === '[' || text[start] === '{') return [start + 1, endOfBrackets(text, start)];
  const isHeader = atLineStart && key.includes(':') && !/["']/.test(key);
  const stop = isHeader ? /[\r\n]/g : key.trimEnd().endsWith('=') ? /[&\s"'\\#;]/g : /[,}\]\s]/g;
  stop.lastIndex = start;
  return [start, stop.exec(text)?.index ?? text.length];
}

/** Where a string ends that is closed by this quote: `"`, or within strings `\\"` and so on. */
function endOfString(text: string, from: number, quote: string): number {
  const sign = quote.slice(-1);
  const slashes = quote.length - 1;
  for (let at = text.indexOf(sign, from); at !== -1; at = text.indexOf(sign, at + 1)) {
    let start = at;
    while (start > from && text[start - 1] === '\\') start--;
    if (closes(at - start, slashes)) return at - slashes;
  }
  return text.length;
}

/** Whether a quote behind so many backslashes closes a string whose first quote stands behind `slashes`. */
function closes(count: number, slashes: number): boolean {
  let left = count;
  // Each string around it has doubled the backslashes, and put one before the quote.
  for (let level = slashes; level > 0; level = (level - 1) / 2) {
    if (left % 2 === 0) return false;
    left = (left - 1) / 2;
  }
  return left % 2 === 0;
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') at = endOfString(text, at + 1, '"');
    else if (sign === '[' || sign === '{') depth++;
    else if ((sign === ']' || sign === '}') && --depth === 0) return at;
  }
  return text.length;
}

function hidden(text: string, ranges: readonly (readonly [number, number])[]): string {
  let result = '';
  let at = 0;
  for (const [start, end] of ranges) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\s]/g, '*');
    at = end;
  }
  return result + text.slice(at);
}

/** Values that are long enough to be told apart from ordinary words. */
const telltaleLength = 8;

/** Hides what was hidden once wherever else it stands. */
function withoutRepeats(
  masked: string,
  text: string,
  ranges: readonly (readonly [number, number])[],
): string {
  const values = new Set(ranges.map(([start, end]) => text.slice(start, end).trim()));
  let result = masked;
  for (const value of values)
    if (value.length >= telltaleLength && value.length <= 4096)
      result = result.replaceAll(value, '*'.repeat(value.length));
  return result;
}
