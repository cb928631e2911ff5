import type { Range } from '../input/json-text.js';
import type { QueryPart } from './record.js';

/** Reads the text of a query, as it stands in an address. */
export function readQuery(
  text: string,
  rangesOf: (names: readonly string[]) => Range[],
): QueryPart {
  const pairs = [...new URLSearchParams(text)];
  const names = pairs.map(([name]) => name);
  return {
    parameters: Object.fromEntries(pairs),
    repeated: [...repeatedIn(names)],
    rangesOf,
  };
}

function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/**
 * The ranges of parameters in an address that stands as it is, from an offset on; for one that it does
 * not have, of the whole address.
 */
export function rangesInAddress(
  address: string,
  offset: number,
  names: readonly string[],
): Range[] {
  const whole = { start: offset, end: offset + address.length };
  const found = new Map<string, Range>();
  const from = address.indexOf('?');
  let at = from + 1;
  for (const pair of from === -1 ? [] : address.slice(at).split('&')) {
    const [key = ''] = pair.split('=', 1);
    const name = decoded(key);
    const range = { start: offset + at, end: offset + at + pair.length };
    if (!found.has(name)) found.set(name, range);
    at += pair.length + 1;
  }
  return names.map((name) => found.get(name) ?? whole);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
