export type { Code, Parameters } from './codes.js';
export {
  diagnostic,
  hasErrors,
  sortDiagnostics,
  type Details,
  type Diagnostic,
  type Severity,
} from './diagnostic.js';
export { columnsOf } from './columns.js';
export type { DataPath, Locator, Place } from './place.js';
export { lineFrame } from './code-frame.js';
export { renderDiagnostic, type RenderOptions } from './render.js';
export { didYouMean, nearest } from './suggest.js';
