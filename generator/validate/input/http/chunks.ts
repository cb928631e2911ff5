import type { HttpBody } from './body.js';
import { lineAt, skipBlankLines, skipBytes } from './lines.js';
import { httpProblem, type HttpProblem } from './problem.js';

/**
 * A body that is sent in chunks, put together, and where the text behind it starts; nothing where
 * what stands there does not start as chunks do. Sizes are in bytes of UTF-8.
 */
export function readChunks(
  text: string,
  start: number,
): { readonly body: HttpBody; readonly next: number } | HttpProblem | undefined {
  if (sizeAt(text, start) === undefined) return undefined;
  const parts: { readonly text: string; readonly offset: number }[] = [];
  for (let at = start; ;) {
    const size = sizeAt(text, at);
    if (size === undefined) return httpProblem('bad-chunk', at, text);
    const from = lineAt(text, at).next;
    if (size === 0) {
      const offset = parts.length === 1 ? (parts[0]?.offset ?? start) : start;
      const body = { text: parts.map((part) => part.text).join(''), offset };
      return { body: { ...body, exact: parts.length <= 1 }, next: skipTrailers(text, from) };
    }
    const end = skipBytes(text, from, size);
    if (end === -1 || lineAt(text, end).text !== '') return httpProblem('bad-chunk', at, text);
    parts.push({ text: text.slice(from, end), offset: from });
    at = lineAt(text, end).next;
  }
}

/** The size that a chunk's first line gives. */
function sizeAt(text: string, at: number): number | undefined {
  const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?$/i.exec(lineAt(text, at).text)?.[1];
  return size === undefined ? undefined : Number.parseInt(size, 16);
}

/** Behind the last chunk, headers may follow, up to an empty line. */
function skipTrailers(text: string, start: number): number {
  let at = start;
  while (at < text.length && /^[\w-]+:/.test(lineAt(text, at).text)) at = lineAt(text, at).next;
  return skipBlankLines(text, at);
}
