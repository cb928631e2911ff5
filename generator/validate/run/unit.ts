import type { HarText, HarTooLong } from '../input/har.js';
import type { RawVerdict } from '../place/raw.js';

/** A file that is read as a whole. */
export interface WholeFile {
  readonly name: string;
  /** Where it is read from; what was read already, for what can be read only once. */
  readonly from: string | Uint8Array;
}

/** A piece of work for one thread. */
export type Unit =
  | { readonly kind: 'wholes'; readonly files: readonly WholeFile[] }
  /** Whole lines of NDJSON. */
  | { readonly kind: 'lines'; readonly file: string; readonly bytes: Uint8Array }
  /** The lines of NDJSON that start in a range of a file. */
  | {
      readonly kind: 'block';
      readonly file: string;
      readonly path: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'entries';
      readonly file: string;
      readonly entries: readonly (HarText | HarTooLong)[];
    }
  /** What could not be read, or not to its end. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly code: string };

/** What came of a unit. */
export interface UnitResult {
  /** How many lines of its file a unit of lines or a block went over; its verdicts count from its first. */
  readonly lines: number;
  readonly payloads: number;
  readonly verdicts: readonly RawVerdict[];
  /** Calls to the service among the entries of a capture. */
  readonly calls: number;
  /** Whether a capture lacks bodies that there were. */
  readonly isOmitted: boolean;
  /** What of the unit was left for later, since there were so many findings. */
  readonly rest?: Unit;
}

/** What comes of a unit that holds nothing. */
export const nothing: UnitResult = {
  lines: 0,
  payloads: 0,
  verdicts: [],
  calls: 0,
  isOmitted: false,
};
