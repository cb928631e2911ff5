import type { Rule } from './context.js';
import { completeLanguages } from './rules/complete-languages.js';
import { completeMembers } from './rules/complete-members.js';
import { decidedContradictions } from './rules/decided-contradictions.js';
import { fittingValues } from './rules/fitting-values.js';
import { inertNames } from './rules/inert-names.js';
import { knownReferences } from './rules/known-references.js';
import { knownSources } from './rules/known-sources.js';
import { liveReplacements } from './rules/live-replacements.js';
import { namedFiles } from './rules/named-files.js';
import { reachableTypes } from './rules/reachable-types.js';
import { uniqueNames } from './rules/unique-names.js';
import { validExamples } from './rules/valid-examples.js';

/**
 * Every law of the catalogue. All of them run, whatever the others find, and none depends on
 * another; they stand in the order in which a writer meets them: names, what names lead to,
 * what an entry must say, what it says being true of itself.
 */
export const laws: readonly Rule[] = [
  namedFiles,
  inertNames,
  uniqueNames,
  knownReferences,
  knownSources,
  completeMembers,
  completeLanguages,
  fittingValues,
  decidedContradictions,
  liveReplacements,
  reachableTypes,
  validExamples,
];
