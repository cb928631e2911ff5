/** A line of a text, without what ends it. */
export interface Line {
  readonly start: number;
  readonly text: string;
  /** Where the next line starts; the end of the text for the last. */
  readonly next: number;
}

/** The line that starts here. It ends with `\n` or `\r\n`. */
export function lineAt(text: string, start: number): Line {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : feed;
  const isPair = feed > start && text[feed - 1] === '\r';
  return {
    start,
    text: text.slice(start, isPair ? end - 1 : end),
    next: feed === -1 ? text.length : feed + 1,
  };
}

/** Where, from a line's start on, the first line stands that is not blank; the text's end if none. */
export function skipBlankLines(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.text.trim() !== '') return at;
    at = line.next;
  }
  return at;
}

/** Where the text stands that is so many bytes of UTF-8 further; -1 where there is no such place. */
export function skipBytes(text: string, start: number, bytes: number): number {
  let at = start;
  let left = bytes;
  while (left > 0 && at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code < 0x10000 ? 1 : 2;
  }
  return left === 0 ? at : -1;
}
