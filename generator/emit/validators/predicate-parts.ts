import { code, join, propertyKey, stringLiteral, type Code } from '../encode/index.js';

/** Keywords that an expression can hold; a schema with others needs statements. */
export const scalarKeywords: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'x-msdk-mask',
  'x-msdk-min-bytes',
  'x-msdk-max-bytes',
]);

/** Keywords that take statements. */
const structuralKeywords: ReadonlySet<string> = new Set([
  'properties',
  'required',
  'additionalProperties',
  'maxProperties',
  'items',
  'minItems',
  'maxItems',
  'anyOf',
  'if',
  'then',
]);

/** Keywords that say nothing about validity. */
export const silentKeywords: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$defs',
  'title',
  'description',
]);

/** All keywords that predicates know. */
export const knownKeywords: ReadonlySet<string> = new Set([
  ...scalarKeywords,
  ...structuralKeywords,
  ...silentKeywords,
]);

/** The statement that returns false where a test is not true. */
export function refusal(test: Code): Code {
  return code`if (!${test}) return false;`;
}

/** A member of a value. */
export function access(value: Code, name: string): Code {
  const key = propertyKey(name);
  return key === name ? code`${value}.${key}` : code`${value}[${stringLiteral(name)}]`;
}

/** Statements that hold for values of a type alone; for all where no test of the type is given. */
export function guarded(statements: readonly Code[], isOfType: Code | undefined): readonly Code[] {
  if (statements.length === 0 || isOfType === undefined) return statements;
  return [code`if (${isOfType}) {\n${join(statements, '\n')}\n}`];
}

/** Tests that hold for values of a type alone; `isOther` is true for values of others. */
export function limited(tests: readonly Code[], isOther: Code | undefined): readonly Code[] {
  if (tests.length === 0 || isOther === undefined) return tests;
  return [code`(${isOther} || (${join(tests, ' && ')}))`];
}
