export { CoverageCounter, type Counts } from './counter.js';
export { coverageJson, type CoverageJson } from './json.js';
export { coverageOf, type CoverageReport } from './report.js';
export type { CountedPart } from './target.js';
export { coverageText } from './text.js';
export { isBelow, parseThreshold, type Threshold } from './threshold.js';
