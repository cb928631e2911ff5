export {
  code,
  identifier,
  join,
  numberLiteral,
  patternLiteral,
  propertyKey,
  scalarLiteral,
  stringLiteral,
  UnsafeName,
  type Code,
  type DocText,
} from './code.js';
export { doc, docComment, docLines, docText } from './doc.js';
export { nameList, unionAlias } from './list.js';
export { dataLiteral } from './object.js';
export { fits, lineWidth } from './width.js';
