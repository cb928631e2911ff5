export { findDuplicateMember, type DuplicateMember } from './json-text/duplicates.js';
export { lineAndColumn, Lines, type LineAndColumn } from './json-text/lines.js';
export { itemStarts, locate, locateAll, type Place } from './json-text/locate.js';
export { rawOffset, rawOffsets } from './json-text/raw-offset.js';
export { findSyntaxError } from './json-text/syntax.js';
export type { JsonSyntaxError, JsonSyntaxErrorKind } from './json-text/syntax-error.js';
export type { Range } from './json-text/tokens.js';
