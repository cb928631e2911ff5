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

/** A diagnostic as it has to be; its places are the next marks. */
export interface Expected {
  readonly code: Code;
  readonly message: string;
  readonly suggestion?: string;
  /** An error where nothing is said. */
  readonly severity?: Severity;
  /** How many places it points at; one where nothing is said. */
  readonly places?: number;
}
