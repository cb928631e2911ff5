import type { Diagnostic } from '../diagnostics/index.js';
import type { Catalogue, Lookup } from '../load/index.js';

/** What a law looks at. */
export interface CheckContext {
  readonly catalogue: Catalogue;
  readonly lookup: Lookup;
}

/** A law of the catalogue: a pure function from what is written to what is wrong with it. */
export type Rule = (context: CheckContext) => Diagnostic[];
