import { findSyntaxError, locate, rawOffset, type Range } from '../input/json-text.js';
import type { BodyPart, PlacedProblem } from './record.js';

/** Where in a record the text of a body stands, and how. */
export type Carrier =
  /** As it is, from an offset on. */
  | { readonly kind: 'plain'; readonly record: string; readonly offset: number }
  /** Inside a string of the record's JSON, at a pointer. */
  | { readonly kind: 'string'; readonly record: string; readonly pointer: string }
  /** Changed, so that only the whole of it has a place. */
  | { readonly kind: 'opaque'; readonly range: Range };

/** Reads a body from its JSON text. */
export function readBody(
  text: string,
  carrier: Carrier,
): { readonly part: BodyPart } | { readonly problem: PlacedProblem } {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placed = placing(carrier, text.length - body.length);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { problem: syntaxProblem(body, (offset) => placed({ start: offset, end: offset + 1 })) };
  }
  return { part: { value, rangeOf: (pointer, of) => placed(locate(body, pointer, of)) } };
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
