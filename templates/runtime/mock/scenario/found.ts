import type { ScenarioProblem } from '../scenario-error.js';

/** A problem that also tells which part of a member is guilty, for those who know where it stands. */
export interface PlacedProblem extends ScenarioProblem {
  /** The member's name, and not its value. */
  readonly of?: 'key';
}

/** The most problems that are told at once. */
export const mostProblems = 1000;

/** Takes in what is found, up to a number that people still read. */
export class Found {
  readonly problems: PlacedProblem[] = [];

  /** Whether no more is taken in, so that looking further is in vain. */
  get full(): boolean {
    return this.problems.length > mostProblems;
  }

  add(pointer: string, message: string, suggestion?: string, of?: 'key'): void {
    if (this.full) return;
    const last = this.problems.length === mostProblems;
    this.problems.push(
      last
        ? { pointer: '', message: `has more than ${mostProblems} problems; the rest is left out` }
        : {
            pointer,
            message,
            ...(suggestion === undefined ? {} : { suggestion }),
            ...(of === undefined ? {} : { of }),
          },
    );
  }
}
