import type { PlacedFinding } from '../finding.js';

/**
 * A finding as a worker sends it: its lines may count from the start of a piece, and its frame is not
 * drawn yet.
 */
export type RawFinding = Omit<PlacedFinding, 'frame'> & {
  /** The part of the guilty line that is worth showing, without secrets, and the guilty range in it. */
  readonly snippet?: { readonly text: string; readonly start: number; readonly end: number };
};

/** A verdict as a worker sends it. */
export interface RawVerdict {
  readonly file: string;
  readonly line: number;
  readonly endpoint: string;
  readonly findings: readonly RawFinding[];
}
