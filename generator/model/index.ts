export { buildModel, type Selection } from './build.js';
export { sortBy } from './freeze.js';
export { isEnding } from './lifecycle.js';
export type * from './model.js';
export { fullText } from './text.js';
export {
  camelCase,
  declaredNames,
  operationNames,
  pascalCase,
  tableConstant,
  tableName,
} from './names.js';
