import type { PlacedVerdict, Summary } from '../finding.js';

/** Writes a run down in one format, piece by piece, so that a run of any length fits in memory. */
export interface Reporter {
  /** Whether it is told of verdicts without findings too. */
  readonly everyVerdict: boolean;
  /** What is written before the first verdict. */
  begin(): string;
  /** What is written for a verdict; verdicts come in the order of the input. */
  verdict(verdict: PlacedVerdict): string;
  /** What is written behind the last verdict. */
  end(summary: Summary): string;
}
