import {
  findDuplicateMember,
  findSyntaxError,
  locate,
  rawOffset,
  type Range,
} from '../input/json-text.js';
import type { BodyPart, PlacedProblem } from './record.js';

/** Where in a record the text of a body stands, and how. */
export type Carrier =
  /** As it is, from an offset on. */
  | { readonly kind: 'plain'; readonly record: string; readonly offset: number }
  /** Inside a string of the record's JSON, at a pointer. */
  | { readonly kind: 'string'; readonly record: string; readonly pointer: string }
  /** Changed, so that only the whole of it has a place. */
  | { readonly kind: 'opaque'; readonly range: Range };

/** A body that was read, if it could be, and what is wrong with its text. */
export interface ReadBody {
  readonly part?: BodyPart;
  readonly problems: readonly PlacedProblem[];
}

/** Reads a body from its JSON text; with `withDuplicates`, members that stand twice in it are problems. */
export function readBody(text: string, carrier: Carrier, withDuplicates: boolean): ReadBody {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placed = placing(carrier, text.length - body.length);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    const at = (offset: number): Range => placed({ start: offset, end: offset + 1 });
    return { problems: [syntaxProblem(body, at)] };
  }
  const part: BodyPart = { value, rangeOf: (pointer, of) => placed(locate(body, pointer, of)) };
  const problems = withDuplicates ? duplicatesIn(body, placed) : [];
  return { part, problems };
}

/** Members that stand twice in one object, of which readers see different ones (RFC 8259, section 4). */
export function duplicatesIn(
  text: string,
  placed: (range: Range) => Range = (range) => range,
): PlacedProblem[] {
  return findDuplicateMember(text).flatMap(({ pointer, keys }) => {
    const last = keys[keys.length - 1];
    if (last === undefined) return [];
    const name = JSON.parse(text.slice(last.start, last.end)) as string;
    const problem = { code: 'duplicate-member', params: { name } } as const;
    return [{ problem, range: placed(last), pointer }];
  });
}

/** What is wrong with a text that is no JSON; `placed` gives the range of an offset in it. */
export function syntaxProblem(text: string, placed: (offset: number) => Range): PlacedProblem {
  const error = findSyntaxError(text);
  const { kind, found, offset } = error ?? { kind: 'unexpected-character', found: '', offset: 0 };
  const range = placed(offset);
  return {
    problem: { code: 'invalid-json', params: { kind, found } },
    range: { start: range.start, end: Math.max(range.end, range.start + 1) },
  };
}

/** A body whose value is a part of the record's own JSON. */
export function nestedBody(record: string, pointer: string, value: unknown): BodyPart {
  return { value, rangeOf: (below, of) => locate(record, `${pointer}${below}`, of) };
}

function placing(carrier: Carrier, skipped: number): (range: Range) => Range {
  switch (carrier.kind) {
    case 'plain':
      return ({ start, end }) => ({
        start: start + skipped + carrier.offset,
        end: end + skipped + carrier.offset,
      });
    case 'string': {
      const { record, pointer } = carrier;
      return ({ start, end }) => {
        const quote = locate(record, pointer, 'value').start;
        return {
          start: rawOffset(record, quote, start + skipped),
          end: rawOffset(record, quote, end + skipped),
        };
      };
    }
    case 'opaque':
      return () => carrier.range;
  }
}
