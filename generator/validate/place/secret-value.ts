/** Where a value stands, and where it ends. */
export type Stretch = readonly [start: number, end: number];

/** Where the value behind a name stands, without its quotes. `key` is the name with all that joins them. */
export function valueAt(text: string, start: number, key: string, atLineStart: boolean): Stretch {
  const quote = /^\\*["']/.exec(text.slice(start, start + 16))?.[0];
  if (quote !== undefined) {
    const from = start + quote.length;
    return [from, endOfString(text, from, quote)];
  }
  if (text[start] === '[' || text[start] === '{') return [start + 1, endOfBrackets(text, start)];
  const isHeader = atLineStart && key.includes(':') && !/["']/.test(key);
  const isOfAddress = /(?:=|%3d)$/i.test(key.trimEnd());
  const stop = isHeader ? /[\r\n]/g : isOfAddress ? /[&\s"'\\#;]|%26/gi : /[,}\]\r\n]/g;
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
