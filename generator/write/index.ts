export { applyPlan } from './apply.js';
export { recover } from './beside.js';
export { manifestPath, sha256 } from './manifest.js';
export { OutputError } from './output-error.js';
export { driftOf, isUpToDate, planOutput, type Plan } from './plan.js';
export { readTree, type Tree } from './tree.js';
