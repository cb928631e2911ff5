/** The catalogue for programs: load it, check it, and read it with every reference resolved. */
export { hasErrors, renderDiagnostic, type Diagnostic } from './diagnostics/index.js';
export type * from './load/shape.js';
export { buildModel, type Model } from './model/index.js';
export { examine, type Examined } from './pipeline.js';
