import { headerOf, isRequestLine, isStatusLine, type HttpHead } from './head.js';
import { readChunks } from './chunks.js';
import { lineAt, skipBlankLines, skipBytes } from './lines.js';
import { httpProblem, type HttpProblem } from './problem.js';

/** A message's body, and where it stands in the whole text. */
export interface HttpBody {
  readonly text: string;
  readonly offset: number;
  /** Whether the text stands there as it is. A body put together from chunks does not. */
  readonly exact: boolean;
}

/** A body, and where the next message starts; the text's end where there is none. */
interface BodyAndNext {
  readonly body: HttpBody;
  readonly next: number;
}

/**
 * Reads the body behind a head. Recordings are edited, and often hold what was unpacked already: so
 * chunks are read only where there are chunks, a length is believed only where it fits, and what is
 * plainly JSON is not taken for compressed.
 */
export function readBody(text: string, head: HttpHead): BodyAndNext | HttpProblem {
  const { headers, bodyStart } = head;
  const read =
    (headerOf(headers, 'transfer-encoding').includes('chunked')
      ? readChunks(text, bodyStart)
      : undefined) ??
    readByLength(text, bodyStart, headerOf(headers, 'content-length')) ??
    readToNext(text, bodyStart);
  if ('kind' in read) return read;
  const coding = headers.find(
    ({ name, value }) => /^content-encoding$/i.test(name) && !/^(?:identity)?$/i.test(value),
  );
  if (coding !== undefined && !/^(?:\s*[{["]|\s*$)/.test(read.body.text))
    return httpProblem(
      'content-coding',
      Math.max(coding.offset, text.indexOf(coding.value, coding.offset)),
      text,
    );
  return read;
}

/** Whether a message starts here. */
export function isMessageAt(text: string, at: number): boolean {
  const line = lineAt(text, at).text;
  return isStatusLine(line) || isRequestLine(line);
}

function readByLength(text: string, start: number, value: string): BodyAndNext | undefined {
  if (!/^\d+$/.test(value)) return undefined;
  const end = skipBytes(text, start, Number(value));
  if (end === -1) return undefined;
  const next = lineAt(text, end).text.trim() === '' ? skipBlankLines(text, end) : end;
  if (next < text.length && !isMessageAt(text, next)) return undefined;
  return { body: { text: text.slice(start, end), offset: start, exact: true }, next };
}

/** The body is all up to a line that starts a message; the blank lines before that belong to neither. */
function readToNext(text: string, start: number): BodyAndNext {
  let next = start;
  while (next < text.length && !isMessageAt(text, next)) next = lineAt(text, next).next;
  const body = text.slice(start, next).trimEnd();
  return { body: { text: body, offset: start, exact: true }, next };
}
