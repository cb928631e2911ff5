export type { Catalogue, Loaded } from './catalogue.js';
export { readFolder, UnreadableFolder, type RawFile } from './files.js';
export { load } from './load.js';
export type * from './service-shape.js';
export type * from './shape.js';
export { languages } from './shape.js';
export { SourceFile } from './source-file.js';
export { completeMember, isMemberGroup, lookupOf, type Lookup } from './lookup.js';
export { namesIn, parseType, type Primitive, type TypeExpression } from './type-expression.js';
