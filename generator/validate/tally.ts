import type { PlacedFinding, PlacedVerdict, Summary } from './finding.js';
import { unreadableCodes } from './problem.js';

/** What beside errors makes a run fail. */
export type FailOn = 'error' | 'warning' | 'deprecation';

/** Counts what a run finds, and leaves out what is more than is wanted. */
export class Tally {
  readonly #most: number;
  readonly #files: number;
  #errors = 0;
  #warnings = 0;
  #deprecations = 0;
  #shown = 0;
  #omitted = 0;
  #unreadable = 0;

  constructor(files: number, most: number) {
    this.#files = files;
    this.#most = most;
  }

  /**
   * Counts a verdict, and gives it as it is to be shown: past the limit without findings, save that an
   * exchange with errors keeps one, so that it does not look right. Undefined where nothing is left to show.
   */
  take(verdict: PlacedVerdict, everyVerdict: boolean): PlacedVerdict | undefined {
    for (const finding of verdict.findings) this.#count(finding);
    const room = Math.max(0, this.#most - this.#shown);
    let shown = verdict.findings.slice(0, room);
    const error = verdict.findings.find(({ severity }) => severity === 'error');
    if (everyVerdict && error !== undefined && !shown.some(isError)) shown = [...shown, error];
    this.#shown += shown.length;
    this.#omitted += verdict.findings.length - shown.length;
    if (shown.length === verdict.findings.length) return verdict;
    return shown.length > 0 || everyVerdict ? { ...verdict, findings: shown } : undefined;
  }

  #count({ severity, code }: PlacedFinding): void {
    if (severity === 'error') this.#errors++;
    else this.#warnings++;
    if (code.startsWith('deprecated-')) this.#deprecations++;
    if ((unreadableCodes as readonly string[]).includes(code)) this.#unreadable++;
  }

  summary(payloads: number): Summary {
    return {
      files: this.#files,
      payloads,
      errors: this.#errors,
      warnings: this.#warnings,
      deprecations: this.#deprecations,
      omitted: this.#omitted,
    };
  }

  /** Whether something could not be read at all. */
  get hasUnreadable(): boolean {
    return this.#unreadable > 0;
  }

  /** Whether the run fails by what it found. */
  fails(failOn: ReadonlySet<FailOn>): boolean {
    return (
      this.#errors > 0 ||
      (failOn.has('warning') && this.#warnings > 0) ||
      (failOn.has('deprecation') && this.#deprecations > 0)
    );
  }
}

function isError({ severity }: PlacedFinding): boolean {
  return severity === 'error';
}
