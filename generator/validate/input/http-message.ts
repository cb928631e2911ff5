import { isMessageAt, readBody, type HttpBody } from './http/body.js';
import { readHead, type HttpHead, type HttpHeader } from './http/head.js';
import { skipBlankLines } from './http/lines.js';
import { httpProblem, type HttpProblem } from './http/problem.js';

export type { HttpBody } from './http/body.js';
export { headerOf, type HttpHeader } from './http/head.js';
export type { HttpProblem, HttpProblemKind } from './http/problem.js';

/** A recorded request. */
export interface HttpRequest {
  readonly method: string;
  /** What stands in the request line: a path with its query, or a whole address. Nothing in it is changed. */
  readonly target: string;
  readonly headers: readonly HttpHeader[];
  readonly body: HttpBody;
  /** Where the request line starts. */
  readonly offset: number;
}

/** A recorded reply. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: readonly HttpHeader[];
  readonly body: HttpBody;
  /** Where the status line starts. */
  readonly offset: number;
}

/** What one file records: a request, a reply, or the one with the other. */
export interface HttpMessage {
  readonly request?: HttpRequest;
  readonly response?: HttpResponse;
}

/**
 * Reads a recorded request, a recorded reply, or a request with its reply behind it. Lines end with
 * `\n` or `\r\n`. Replies that only announce another (100, or a proxy's own) are passed over.
 */
export function readHttpMessage(text: string): HttpMessage | HttpProblem {
  let message: HttpMessage = {};
  let at = skipBlankLines(text, text.startsWith('\ufeff') ? 1 : 0);
  if (at === text.length) return httpProblem('empty', 0, '');
  while (at < text.length) {
    const head = readHead(text, at);
    if ('kind' in head) return head;
    const { start, headers } = head;
    if (message.response !== undefined || (message.request !== undefined && start.of === 'request'))
      return httpProblem('several-messages', at, text);
    if (isAnnouncement(text, head)) {
      at = head.bodyStart;
      continue;
    }
    const read = readBody(text, head);
    if ('kind' in read) return read;
    const parts = { headers, body: read.body, offset: at };
    message =
      start.of === 'request'
        ? { request: { method: start.method, target: start.target, ...parts } }
        : { ...message, response: { status: start.status, ...parts } };
    at = read.next;
    if (at < text.length && !isMessageAt(text, at)) return httpProblem('bad-start-line', at, text);
  }
  return message;
}

/** Whether a reply is followed at once by the one that counts. */
function isAnnouncement(text: string, { start, bodyStart }: HttpHead): boolean {
  return (
    start.of === 'response' &&
    /^HTTP\/\d/.test(text.slice(bodyStart, bodyStart + 6)) &&
    isMessageAt(text, bodyStart)
  );
}
