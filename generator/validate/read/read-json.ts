import { itemStarts } from '../input/json-text.js';
import { duplicatesIn, nestedBody, syntaxProblem } from './body.js';
import { isObject } from '../is-object.js';
import { isExchangeObject, readExchangeObject } from './exchange-object.js';
import type { BodyPart, Exchange, PlacedProblem, ReadHints, ReadRecord } from './record.js';

/**
 * Reads a record that is one JSON text: a bare payload, an exchange, or a list of exchanges. `hints` say
 * what a bare payload cannot say itself.
 */
export function readJson(record: string, hints: ReadHints): ReadRecord {
  let value: unknown;
  try {
    value = JSON.parse(record);
  } catch {
    const problem = syntaxProblem(record, (offset) => ({ start: offset, end: offset + 1 }));
    return { exchanges: [], problems: [problem] };
  }
  const problems = duplicatesIn(record);
  if (hints.part !== undefined) return barePayload(value, record, hints, problems);
  if (isExchangeObject(value) || (hints.endpoint !== undefined && isHalfExchange(value)))
    return { exchanges: [readExchangeObject(value, record, '', hints)], problems };
  if (Array.isArray(value) && value.length > 0 && value.every(isExchangeObject)) {
    const starts = itemStarts(record);
    const exchanges = value.map((item, index) =>
      readExchangeObject(item, record, '', hints, starts[index]),
    );
    return { exchanges, problems };
  }
  return barePayload(value, record, hints, problems);
}

/** An exchange that leaves it to the command to say which endpoint it is for. */
function isHalfExchange(value: unknown): boolean {
  return isObject(value) && (isObject(value['request']) || isObject(value['response']));
}

function barePayload(
  value: unknown,
  record: string,
  { endpoint, part }: ReadHints,
  duplicates: readonly PlacedProblem[],
): ReadRecord {
  const body: BodyPart = nestedBody(record, '', value);
  const [range = { start: 0, end: 1 }] = body.rangesOf([{ pointer: '', of: 'value' }]);
  const start = { start: range.start, end: Math.min(range.end, range.start + 1) };
  const problems = [...duplicates];
  if (endpoint === undefined) {
    const problem = {
      code: 'missing-endpoint',
      params: {},
      hint: { kind: 'say-endpoint' },
    } as const;
    problems.push({ problem, range: start });
  }
  if (part === undefined) {
    const problem = { code: 'missing-part', params: {}, hint: { kind: 'say-part' } } as const;
    problems.push({ problem, range: start });
  }
  if (endpoint === undefined || part === undefined) return { exchanges: [], problems };
  const exchange: Exchange = {
    address: endpoint,
    place: () => start,
    [part]: body,
    problems: [],
  };
  return { exchanges: [exchange], problems };
}
