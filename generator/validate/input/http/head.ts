import { lineAt } from './lines.js';
import { httpProblem, type HttpProblem } from './problem.js';

/** A header as it stands; of a folded one the lines are joined by blanks. */
export interface HttpHeader {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/** All of a message that stands before its body. */
export interface HttpHead {
  readonly start:
    | { readonly of: 'request'; readonly method: string; readonly target: string }
    | { readonly of: 'response'; readonly status: number };
  readonly headers: readonly HttpHeader[];
  readonly bodyStart: number;
}

const statusLine = /^HTTP\/\d(?:\.\d)? (\d{3})(?: .*)?$/;
const requestLine = /^([A-Za-z]+) +(\S+)(?: +HTTP\/\d(?:\.\d)?)? *$/;

/** Whether a line starts a reply. */
export function isStatusLine(line: string): boolean {
  return statusLine.test(line);
}

/** Whether a line starts a request, and is hardly anything else: it names the protocol or a usual method. */
export function isRequestLine(line: string): boolean {
  return (
    requestLine.test(line) &&
    (/ HTTP\/[\d.]+ *$/.test(line) ||
      /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) +(?:\/|https?:)/i.test(line))
  );
}

/** Reads the first line and the headers of the message that starts here. */
export function readHead(text: string, offset: number): HttpHead | HttpProblem {
  const first = lineAt(text, offset);
  const status = statusLine.exec(first.text)?.[1];
  const [, method, target] = requestLine.exec(first.text) ?? [];
  const fields = readHeaders(text, first.next);
  if (status !== undefined)
    return 'kind' in fields
      ? fields
      : { start: { of: 'response', status: Number(status) }, ...fields };
  if (method === undefined || target === undefined)
    return httpProblem('bad-start-line', offset, text);
  if (!/^(?:\/|https?:\/\/)/i.test(target))
    return httpProblem('bad-target', text.indexOf(target, offset + method.length), text);
  return 'kind' in fields ? fields : { start: { of: 'request', method, target }, ...fields };
}

/** The values of all headers with this name, in lower case, as one list. */
export function headerOf(headers: readonly HttpHeader[], name: string): string {
  return headers
    .filter((header) => header.name.toLowerCase() === name)
    .map(({ value }) => value.toLowerCase())
    .join(', ');
}

function readHeaders(
  text: string,
  start: number,
): Pick<HttpHead, 'headers' | 'bodyStart'> | HttpProblem {
  const found: { readonly name: string; readonly lines: string[]; readonly offset: number }[] = [];
  const result = (bodyStart: number): Pick<HttpHead, 'headers' | 'bodyStart'> => ({
    headers: found.map(({ name, lines, offset }) => ({
      name,
      value: lines.join(' ').trim(),
      offset,
    })),
    bodyStart,
  });
  let at = start;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (line.text.trim() === '') return result(line.next);
    const last = found.at(-1);
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)[ \t]*:(.*)$/.exec(line.text) ?? [];
    if (/^[ \t]/.test(line.text) && last !== undefined) last.lines.push(line.text.trim());
    else if (name !== undefined && value !== undefined)
      found.push({ name, lines: [value.trim()], offset: at });
    else {
      const kind = /^\s*[{["]/.test(line.text) ? 'missing-blank-line' : 'bad-header';
      return httpProblem(kind, at, text);
    }
    at = line.next;
  }
  return result(at);
}
