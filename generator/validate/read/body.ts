import {
  findDuplicateMember,
  findSyntaxError,
  locate,
  locateAll,
  rawOffsets,
  type Range,
} from '../input/json-text.js';
import { mostDetails } from '../problem.js';
import type { BodyPart, PlacedProblem } from './record.js';

/** Where in a record the text of a body stands, and how. */
export type Carrier =
  /** As it is, from an offset on. */
  | { readonly kind: 'plain'; readonly record: string; readonly offset: number }
  /** Inside a string of the record's JSON, at a pointer into the value that starts at an offset. */
  | {
      readonly kind: 'string';
      readonly record: string;
      readonly pointer: string;
      readonly start?: number;
    }
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
    const placedAlone = (offset: number): Range => {
      const range = { start: offset, end: offset + 1 };
      return placed([range])[0] ?? range;
    };
    return { problems: [syntaxProblem(body, placedAlone)] };
  }
  const part: BodyPart = { value, rangesOf: (places) => placed(locateAll(body, places)) };
  const problems = withDuplicates ? duplicatesIn(body, placed) : [];
  return { part, problems };
}

/** Members that stand twice in one object, of which readers see different ones (RFC 8259, section 4). */
export function duplicatesIn(
  text: string,
  placed: (ranges: readonly Range[]) => readonly Range[] = (ranges) => ranges,
): PlacedProblem[] {
  const found = findDuplicateMember(text).slice(0, mostDetails);
  const keys = found.map((one) => one.keys[one.keys.length - 1] ?? { start: 0, end: 0 });
  const ranges = placed(keys);
  return found.map(({ pointer }, index) => {
    const last = keys[index] ?? { start: 0, end: 0 };
    const name = JSON.parse(text.slice(last.start, last.end)) as string;
    const problem = { code: 'duplicate-member', params: { name } } as const;
    return { problem, range: ranges[index] ?? last, pointer };
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

/** A body whose value is a part of the record's own JSON, at a pointer into the value that starts at an offset. */
export function nestedBody(record: string, pointer: string, value: unknown, start = 0): BodyPart {
  return {
    value,
    rangesOf: (places) => {
      const own = places.map((one) => ({ ...one, pointer: `${pointer}${one.pointer}` }));
      return locateAll(record, own, start);
    },
  };
}

function placing(carrier: Carrier, skipped: number): (ranges: readonly Range[]) => Range[] {
  switch (carrier.kind) {
    case 'plain': {
      const shift = skipped + carrier.offset;
      return (ranges) =>
        ranges.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
    }
    case 'string': {
      const { record, pointer, start: base = 0 } = carrier;
      return (ranges) => {
        const quote = locate(record, pointer, 'value', base).start;
        const indexes = ranges.flatMap(({ start, end }) => [start + skipped, end + skipped]);
        const offset = rawOffsets(record, quote, indexes);
        return ranges.map(({ start, end }) => ({
          start: offset(start + skipped),
          end: offset(end + skipped),
        }));
      };
    }
    case 'opaque':
      return (ranges) => ranges.map(() => carrier.range);
  }
}
