import { isObject } from '../../value-kind.js';
import type { MockErrorRow, MockErrorTable, MockOperation } from '../operation.js';
import type { Found } from './found.js';
import { own } from './items.js';
import { listed, meantOrKnown, quoted } from './words.js';

/** Finds what a rule's answer names and its endpoint does not have; of `*`, what no endpoint has. */
export function checkAnswer(
  rule: unknown,
  operations: readonly MockOperation[],
  pointer: string,
  found: Found,
): void {
  if (!isObject(rule)) return;
  const [endpoint, answer] = [own(rule, 'endpoint'), own(rule, 'answer')];
  const named = operations.filter(({ path }) => endpoint === '*' || endpoint === path);
  const [first] = named;
  if (first === undefined || !isObject(answer)) return;
  const where = endpoint === '*' ? 'any endpoint' : first.path;
  const at = `${pointer}/answer`;
  const example = own(answer, 'example');
  const names = named.flatMap(({ examples }) => examples.map(([name]) => name));
  if (typeof example === 'string' && !names.includes(example))
    found.add(
      `${at}/example`,
      `is no example of ${where}: ${quoted(example)}`,
      meantOrKnown(example, names),
    );
  checkError(answer, [...new Set(named.flatMap(({ errors }) => errors))], where, at, found);
}

function checkError(
  answer: object,
  all: readonly MockErrorTable[],
  where: string,
  at: string,
  found: Found,
): void {
  const [code, table, match] = ['code', 'table', 'match'].map((name) => own(answer, name));
  const ids = all.map(({ id }) => id);
  if (typeof table === 'string' && !ids.includes(table)) {
    found.add(
      `${at}/table`,
      `is no error table of ${where}: ${quoted(table)}`,
      meantOrKnown(table, ids),
    );
    return;
  }
  const tables = all.filter(({ id }) => typeof table !== 'string' || id === table);
  const place = typeof table === 'string' ? `the table ${table}` : where;
  let rows = tables.flatMap((one) => one.rows);
  if (typeof code === 'number' && Number.isInteger(code)) {
    const codes = rows.map(([first]) => first);
    rows = rows.filter((row) => spans(row, code));
    if (rows.length === 0) {
      found.add(
        `${at}/code`,
        `is no code of ${place}: ${code}`,
        homeOf(code, all) ?? near(code, codes),
      );
      return;
    }
  }
  // Words go with the code that is listed beside them, and not with all that a range spans.
  const worded = rows.filter(([first]) => typeof code !== 'number' || first === code);
  const texts = worded.map(([, text]) => text);
  if (typeof match === 'string' && !texts.includes(match))
    found.add(
      `${at}/match`,
      `is no wording of ${place}: ${quoted(match)}`,
      meantOrKnown(match, texts),
    );
}

function spans([first, , , last = first]: MockErrorRow, code: number): boolean {
  return Math.min(first, last) <= code && code <= Math.max(first, last);
}

/** Where a code stands that was looked for in the wrong table. */
function homeOf(code: number, tables: readonly MockErrorTable[]): string | undefined {
  const homes = tables.filter(({ rows }) => rows.some((row) => spans(row, code)));
  return homes.length === 0
    ? undefined
    : `it stands in the table ${listed(homes.map(({ id }) => id))}`;
}

function near(code: number, codes: readonly number[]): string | undefined {
  const nearby = [...new Set(codes)].sort((a, b) => Math.abs(a - code) - Math.abs(b - code));
  return nearby.length === 0
    ? undefined
    : `the nearest are ${listed(nearby.slice(0, 3).map(String), 'and')}`;
}
