import type { Range } from '../input/json-text.js';
import type { QueryPart } from './record.js';

/** Reads the text of a query, as it stands in an address. */
export function readQuery(text: string, rangeOf: (name: string) => Range): QueryPart {
  const pairs = [...new URLSearchParams(text)];
  const names = pairs.map(([name]) => name);
  return {
    parameters: Object.fromEntries(pairs),
    repeated: [...new Set(names.filter((name, index) => names.indexOf(name) !== index))],
    rangeOf,
  };
}

/** The range of a parameter in an address that stands as it is, from an offset on; of the whole address where it has none. */
export function rangeInAddress(address: string, offset: number, name: string): Range {
  const whole = { start: offset, end: offset + address.length };
  const from = address.indexOf('?');
  if (from === -1) return whole;
  let at = from + 1;
  for (const pair of address.slice(at).split('&')) {
    const [key = ''] = pair.split('=', 1);
    if (decoded(key) === name) return { start: offset + at, end: offset + at + pair.length };
    at += pair.length + 1;
  }
  return whole;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
