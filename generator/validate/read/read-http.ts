import { readHttpMessage, type HttpRequest, type HttpResponse } from '../input/http-message.js';
import { readBody, type Carrier } from './body.js';
import { rangesInAddress, readQuery } from './query.js';
import type { BodyPart, Exchange, PlacedProblem, ReadHints, ReadRecord } from './record.js';

/** Reads a recorded request, a recorded reply, or both. A reply alone does not say which endpoint it is from. */
export function readHttp(record: string, { endpoint }: ReadHints): ReadRecord {
  const message = readHttpMessage(record);
  if ('kind' in message) {
    const { kind, found, offset } = message;
    const range = { start: offset, end: offset + Math.max(1, found.length) };
    const problem = { code: 'bad-http-message', params: { kind, found } } as const;
    return { exchanges: [], problems: [{ problem, range }] };
  }
  const { request, response } = message;
  const address = request?.target ?? endpoint;
  if (address === undefined) {
    const problem = {
      code: 'missing-endpoint',
      params: {},
      hint: { kind: 'say-endpoint' },
    } as const;
    return { exchanges: [], problems: [{ problem, range: { start: 0, end: 1 } }] };
  }
  const problems: PlacedProblem[] = [];
  const sent = request && readMessageBody(record, request, problems);
  const answered = response && readReply(record, response, problems);
  const exchange: Exchange = {
    address,
    ...placeOf(record, request),
    ...(sent === undefined ? {} : { request: sent }),
    ...(answered === undefined ? {} : { response: answered }),
    ...(request?.body.text.trim() === '' ? { lacksBody: true } : {}),
    problems,
  };
  return { exchanges: [exchange], problems: [] };
}

function placeOf(
  record: string,
  request: HttpRequest | undefined,
): Pick<Exchange, 'place' | 'query'> {
  if (request === undefined) return { place: () => ({ start: 0, end: 1 }) };
  const { target, offset } = request;
  const at = record.indexOf(target, offset);
  const range = { start: at, end: at + target.length };
  const query = /\?([^#]*)/s.exec(target)?.[1] ?? '';
  return {
    place: () => range,
    query: readQuery(query, (names) => rangesInAddress(target, at, names)),
  };
}

function readReply(
  record: string,
  response: HttpResponse,
  problems: PlacedProblem[],
): BodyPart | undefined {
  const { status, offset } = response;
  if (status === 200) return readMessageBody(record, response, problems);
  const range = { start: offset, end: offset + 12 };
  problems.push({ problem: { code: 'wrong-status', params: { status } }, range });
  return undefined;
}

function readMessageBody(
  record: string,
  { body }: HttpRequest | HttpResponse,
  problems: PlacedProblem[],
): BodyPart | undefined {
  if (body.text.trim() === '') return undefined;
  const { offset, exact } = body;
  const carrier: Carrier = exact
    ? { kind: 'plain', record, offset }
    : { kind: 'opaque', range: { start: offset, end: offset + 1 } };
  const read = readBody(body.text, carrier, true);
  problems.push(...read.problems);
  return read.part;
}
