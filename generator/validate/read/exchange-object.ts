import { isObject } from '../is-object.js';
import { pointerTo } from '../../../templates/runtime/finding.js';
import { locate, locateAll, type Range } from '../input/json-text.js';
import { nestedBody, readBody } from './body.js';
import { rangesInAddress, readQuery } from './query.js';
import type { BodyPart, Exchange, PlacedProblem, QueryPart, ReadHints } from './record.js';

type Members = Readonly<Record<string, unknown>>;

/** Whether a value looks like `{ endpoint, request?, response?, query?, status? }`. */
export function isExchangeObject(value: unknown): value is Members {
  return (
    isObject(value) &&
    Object.hasOwn(value, 'endpoint') &&
    ['request', 'response', 'query'].some((name) => Object.hasOwn(value, name))
  );
}

/**
 * Reads `{ endpoint, request?, response?, query? }` that stands in a record's JSON: at a pointer into the
 * value that starts at an offset. Bodies may be values or JSON text; the query an object, or the text of an address. What came
 * with another HTTP `status` than 200 is no reply of the service, and is not looked at. Other members are let be.
 */
export function readExchangeObject(
  value: unknown,
  record: string,
  pointer: string,
  { endpoint, withDuplicates }: ReadHints,
  start = 0,
): Exchange {
  const range = (below: string, of: 'key' | 'value' = 'value'): Range =>
    locate(record, `${pointer}${below}`, of, start);
  const problems: PlacedProblem[] = [];
  if (!isObject(value)) {
    problems.push({ problem: { code: 'not-an-exchange', params: {} }, range: range('') });
    return { address: '', place: () => range(''), problems };
  }
  const own = value['endpoint'] === '' ? null : value['endpoint'];
  const address = typeof own === 'string' ? own : own === undefined ? endpoint : undefined;
  if (address === undefined)
    problems.push({
      problem: { code: 'missing-endpoint', params: {}, hint: { kind: 'say-endpoint' } },
      range: range(own === undefined ? '' : '/endpoint'),
    });
  const bodyOf = (name: 'request' | 'response'): BodyPart | undefined => {
    const body = value[name];
    if (body === undefined) return undefined;
    const at = `${pointer}/${name}`;
    if (typeof body !== 'string') return nestedBody(record, at, body, start);
    const read = readBody(body, { kind: 'string', record, pointer: at, start }, withDuplicates);
    problems.push(...read.problems);
    return read.part;
  };
  const query = queryOf(value['query'], address, { record, pointer, start });
  const request = bodyOf('request');
  const status = otherStatusOf(value);
  if (status !== undefined)
    problems.push({
      problem: { code: 'wrong-status', params: { status } },
      range: range('/status'),
    });
  const response = status === undefined ? bodyOf('response') : undefined;
  if (query === undefined && value['request'] === undefined && value['response'] === undefined)
    problems.push({ problem: { code: 'nothing-to-check', params: {} }, range: range('') });
  return {
    address: address ?? '',
    place: () => range('/endpoint'),
    ...(query === undefined ? {} : { query }),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
    problems,
  };
}

/** The HTTP status that an exchange says it had, where that is one and not the service's own 200. */
export function otherStatusOf({ status }: Members): number | undefined {
  const isStatus = typeof status === 'number' && status >= 100 && status <= 599;
  return isStatus && status !== 200 ? status : undefined;
}

function queryOf(
  query: unknown,
  address: string | undefined,
  { record, pointer, start }: { record: string; pointer: string; start: number },
): QueryPart | undefined {
  const at = `${pointer}/query`;
  if (query === undefined) {
    const text = /\?([^#]*)/s.exec(address ?? '')?.[1];
    if (text === undefined) return undefined;
    return readQuery(text, (names) => {
      const range = locate(record, `${pointer}/endpoint`, 'value', start);
      return names.map(() => range);
    });
  }
  if (typeof query === 'string') {
    const text = query.replace(/^\?/, '');
    return readQuery(text, (names) => {
      const range = locate(record, at, 'value', start);
      // With escapes in it, only the whole text has a place.
      if (range.end - range.start !== query.length + 2) return names.map(() => range);
      return rangesInAddress(`?${text}`, range.start + query.length - text.length, names);
    });
  }
  const rangesOf = (names: readonly string[]): Range[] =>
    locateAll(
      record,
      names.map((name) => ({ pointer: pointerTo(at, name), of: 'value' })),
      start,
    );
  if (!isObject(query)) return { parameters: query, repeated: [], rangesOf };
  const parameters = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, scalarText(value)]),
  );
  return { parameters, repeated: [], rangesOf };
}

/** A scalar as an address has it; anything else stays, to be found wrong. */
function scalarText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
