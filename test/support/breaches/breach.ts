import type { Rule } from '../../../generator/check/context.js';
import type { Code, Severity } from '../../../generator/diagnostics/index.js';
import type { Patches } from '../tiny-catalogue.js';

/** One fact of the tiny catalogue broken, and everything that is found then. */
export interface Breach {
  readonly what: string;
  /** The law that is broken; undefined where loading refuses. */
  readonly law?: Rule;
  /** What breaks it. `⟦` and `⟧` enclose what is guilty: the findings' places in their order. */
  readonly patches: Patches;
  readonly found: readonly Expected[];
}

/** A diagnostic as it has to be. */
export interface Expected {
  readonly code: Code;
  readonly message: string;
  readonly suggestion?: string;
  /** An error where nothing is said. */
  readonly severity?: Severity;
  /** The marks that it points at; without this the mark that stands as far on as it does. */
  readonly at?: readonly number[];
  /** A file that is not there: its beginning is the place, and no mark. */
  readonly absent?: string;
}
