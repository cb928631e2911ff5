import { readHarEntry, type HarBody, type HarEntry } from '../input/har.js';
import { locate, type Range } from '../input/json-text.js';
import { readBody, type Carrier } from './body.js';
import { readQuery } from './query.js';
import type { BodyPart, Exchange, PlacedProblem, ReadRecord } from './record.js';

/** An entry of a capture, and whether its recorder kept the bodies. */
export interface ReadEntry extends ReadRecord {
  /** Whether a body that there was is not in the capture. */
  readonly isOmitted: boolean;
}

/** Reads an entry of a capture whose address `isOurs` accepts; nothing of others. */
export function readEntry(
  record: string,
  isOurs: (address: string) => boolean,
  withDuplicates: boolean,
): ReadEntry {
  const entry = readHarEntry(record);
  const { request, response } = entry;
  const isCall = request !== undefined && isOurs(request.url);
  if (!isCall) return { exchanges: [], problems: brokenEntry(entry, record), isOmitted: false };
  const problems = entry.problems.map((one) => placed(one, record));
  const sent = request.body && bodyOf(request.body, record, problems, withDuplicates);
  const isAnswered = response?.status === 200;
  if (response !== undefined && !isAnswered) {
    const problem = { code: 'wrong-status', params: { status: response.status } } as const;
    problems.push({ problem, range: locate(record, '/response/status', 'value') });
  }
  const answered = isAnswered
    ? response.body && bodyOf(response.body, record, problems, withDuplicates)
    : undefined;
  const place = (): Range => locate(record, '/request/url', 'value');
  const query = /\?([^#]*)/s.exec(request.url)?.[1] ?? '';
  const exchange: Exchange = {
    address: request.url,
    place,
    query: readQuery(query, (names) => {
      const range = place();
      return names.map(() => range);
    }),
    ...(sent === undefined ? {} : { request: sent }),
    ...(answered === undefined ? {} : { response: answered }),
    ...(request.body === undefined && !request.isOmitted ? { lacksBody: true } : {}),
    problems,
  };
  const isOmitted = request.isOmitted || response?.isOmitted === true;
  return { exchanges: [exchange], problems: [], isOmitted };
}

/** Of an entry that cannot be told to be a call, only that it is broken. */
function brokenEntry({ request, problems }: HarEntry, record: string): PlacedProblem[] {
  return request === undefined ? problems.map((one) => placed(one, record)) : [];
}

function placed(
  { kind, pointer, found }: HarEntry['problems'][number],
  record: string,
): PlacedProblem {
  const range: Range =
    kind === 'not-json' ? { start: 0, end: 1 } : locate(record, pointer, 'value');
  return { problem: { code: 'bad-har', params: { kind, found } }, range };
}

function bodyOf(
  { text, pointer, exact }: HarBody,
  record: string,
  problems: PlacedProblem[],
  withDuplicates: boolean,
): BodyPart | undefined {
  if (text.trim() === '') return undefined;
  const carrier: Carrier = exact
    ? { kind: 'string', record, pointer }
    : { kind: 'opaque', range: locate(record, pointer, 'value') };
  const read = readBody(text, carrier, withDuplicates);
  problems.push(...read.problems);
  return read.part;
}
