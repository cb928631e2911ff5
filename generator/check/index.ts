import type { Diagnostic } from '../diagnostics/index.js';
import { lookupOf, type Catalogue } from '../load/index.js';
import { laws } from './laws.js';
import { questions } from './questions.js';

/** Holds a catalogue against every law; with `strict` also lists what it leaves open. */
export function check(catalogue: Catalogue, options: { readonly strict: boolean }): Diagnostic[] {
  const context = { catalogue, lookup: lookupOf(catalogue) };
  const rules = options.strict ? [...laws, questions] : laws;
  return rules.flatMap((rule) => rule(context));
}
