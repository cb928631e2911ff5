export type { HarBody, HarEntryProblem, HarEntryProblemKind, HarHalf } from './har/body.js';
export { readHarEntry, type HarEntry } from './har/entry.js';
export type { HarPlace } from './har/position.js';
export {
  HarSplitter,
  type HarProblem,
  type HarProblemKind,
  type HarText,
  type HarTooLong,
} from './har/splitter.js';
