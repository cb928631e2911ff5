import type { MockClock } from './options.js';

/** The clock of a mock, which can be put back to where it started. */
export interface ResettableClock extends MockClock {
  readonly reset: () => void;
}

/** Makes a clock that starts at a time and stands still, or runs like the real one where no time is given. */
export function createClock(start: number | undefined): ResettableClock {
  let stopped = start;
  let ahead = 0;
  const clock: ResettableClock = {
    now: () => stopped ?? Date.now() + ahead,
    advance(milliseconds) {
      refuseNonsense(milliseconds);
      if (stopped === undefined) ahead += milliseconds;
      else stopped += milliseconds;
    },
    set(milliseconds) {
      refuseNonsense(milliseconds);
      stopped = milliseconds;
    },
    run() {
      ahead = clock.now() - Date.now();
      stopped = undefined;
    },
    reset() {
      stopped = start;
      ahead = 0;
    },
  };
  return clock;
}

function refuseNonsense(milliseconds: number): void {
  if (!Number.isFinite(milliseconds))
    throw new RangeError(`a clock takes milliseconds, not ${String(milliseconds)}`);
}
