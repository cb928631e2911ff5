import { readRecordedLine } from './recorded-line.js';

/** A reply that was recorded, and what it was the reply to. */
export interface Recorded {
  readonly line: number;
  readonly endpoint: string;
  readonly query: unknown;
  readonly request: unknown;
  readonly status: number;
  readonly contentType: string | undefined;
  /** JSON or its text; undefined where the reply was empty. */
  readonly response: unknown;
}

/** What is wrong with a line of a recording. */
export interface RecordingProblem {
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads a recording: what it holds, and everything that is wrong with it. Blank lines mean nothing. */
export function readRecording(text: string): {
  readonly recorded: readonly Recorded[];
  readonly problems: readonly RecordingProblem[];
} {
  const recorded: Recorded[] = [];
  const problems: RecordingProblem[] = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [index, own] of lines.entries()) {
    if (own.trim() === '') continue;
    const line = index + 1;
    const read = readRecordedLine(own);
    const reply = typeof read === 'string' ? read : replyOf(read);
    if (typeof reply === 'string' || typeof read === 'string')
      problems.push({ line, message: typeof reply === 'string' ? reply : 'is no exchange' });
    else {
      const { endpoint, query, request } = read;
      recorded.push({ line, endpoint, query, request, ...reply });
    }
  }
  if (recorded.length === 0 && problems.length === 0)
    problems.push({ line: 1, message: 'holds nothing' });
  return { recorded, problems };
}

function replyOf({
  status = 200,
  contentType,
  response,
  ...others
}: Readonly<Record<string, unknown>>):
  Pick<Recorded, 'status' | 'contentType' | 'response'> | string {
  if (response === undefined && others['at'] === undefined) return 'has no response';
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599)
    return 'has a status that is none';
  if (contentType !== undefined && !isHeaderValue(contentType))
    return 'has a contentType that is none';
  return { status, contentType, response };
}

function isHeaderValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x20-\x7e]+$/.test(value);
}
