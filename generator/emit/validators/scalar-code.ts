import {
  code,
  join,
  numberLiteral,
  patternLiteral,
  scalarLiteral,
  type Code,
} from '../encode/index.js';
import type { Schema } from '../json-schema.js';

type Scalar = string | number | boolean | null;

/** Whether a value has one of a schema's types, as an expression. */
export function typeTest(type: unknown, value: Code): Code {
  const types = Array.isArray(type) ? (type as unknown[]) : [type];
  const tests = types.map((one) => oneTypeTest(String(one), value));
  return tests.length === 1 ? (tests[0] ?? code`true`) : code`(${join(tests, ' || ')})`;
}

function oneTypeTest(type: string, value: Code): Code {
  switch (type) {
    case 'string':
      return code`typeof ${value} === 'string'`;
    case 'integer':
      return code`Number.isInteger(${value})`;
    case 'number':
      return code`typeof ${value} === 'number'`;
    case 'boolean':
      return code`typeof ${value} === 'boolean'`;
    case 'null':
      return code`${value} === null`;
    case 'array':
      return code`Array.isArray(${value})`;
    case 'object':
      return code`(typeof ${value} === 'object' && ${value} !== null && !Array.isArray(${value}))`;
    default:
      throw new Error(`there is no type ${type}`);
  }
}

/** Whether a value is one of these, as an expression. */
export function oneOfTest(values: readonly unknown[], value: Code): Code {
  const tests = values.map((one) => {
    const literal = one === null ? code`null` : scalarLiteral(one as Exclude<Scalar, null>);
    return code`${value} === ${literal}`;
  });
  return tests.length === 0 ? code`false` : code`(${join(tests, ' || ')})`;
}

/** What a text or a number has to satisfy beside its type, each as an expression that is true where it does. */
export interface ScalarTests {
  readonly ofText: readonly Code[];
  readonly ofNumber: readonly Code[];
}

/** Names what stands once in a module: patterns and helpers. */
export interface ModuleScope {
  /** The name of a constant with this initialiser. */
  constant(initialiser: Code): Code;
  /** The name of a helper of {@link helpers}. */
  helper(name: keyof typeof helpers): Code;
}

/** Functions that a module has where its code asks for them. */
export const helpers = {
  /** Characters, of which a pair of surrogates is one. */
  countCharacters: code`(text) => {
  let count = text.length;
  for (let index = 1; index < text.length; index++)
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) {
      count--;
      index++;
    }
  return count;
}`,
  /** Bytes of UTF-8, counted into memory that is kept: making an array for each text would take most of the time. */
  countBytes: code`/* @__PURE__ */ ((encoder, memory) => (text) =>
  text.length * 3 > memory.length
    ? encoder.encode(text).length
    : encoder.encodeInto(text, memory).written)(
  /* @__PURE__ */ new TextEncoder(), /* @__PURE__ */ new Uint8Array(8192))`,
} as const;

/**
 * The tests of a schema for texts and numbers. A text is counted only where its length leaves a doubt: it
 * has at most as many characters as UTF-16 units, and at most three bytes for each.
 */
export function scalarTests(schema: Schema, value: Code, scope: ModuleScope): ScalarTests {
  const ofText: Code[] = [];
  const ofNumber: Code[] = [];
  const number = (keyword: string): number | undefined => schema[keyword] as number | undefined;
  const [least, most] = [number('minLength'), number('maxLength')];
  if (most !== undefined) ofText.push(atMost(value, most, scope));
  if (least !== undefined) ofText.push(atLeast(value, least, scope));
  ofText.push(...byteTests(schema, value, scope));
  const { pattern } = schema;
  if (typeof pattern === 'string')
    ofText.push(code`${scope.constant(patternLiteral(pattern))}.test(${value})`);
  const [minimum, maximum] = [number('minimum'), number('maximum')];
  if (minimum !== undefined) ofNumber.push(code`${value} >= ${numberLiteral(minimum)}`);
  if (maximum !== undefined) ofNumber.push(code`${value} <= ${numberLiteral(maximum)}`);
  const bits = number('x-msdk-mask');
  if (bits !== undefined)
    ofNumber.push(
      code`(${value} >= 0 && ${value} <= 2147483647 && (${value} & ${numberLiteral(~bits)}) === 0)`,
    );
  return { ofText, ofNumber };
}

/** The tests of the bytes of a text. */
export function byteTests(schema: Schema, text: Code, scope: ModuleScope): Code[] {
  const [least, most] = [schema['x-msdk-min-bytes'], schema['x-msdk-max-bytes']];
  const tests: Code[] = [];
  if (typeof most === 'number') {
    const limit = numberLiteral(most);
    tests.push(
      code`(${text}.length * 3 <= ${limit} || (${text}.length <= ${limit} && ${scope.helper('countBytes')}(${text}) <= ${limit}))`,
    );
  }
  if (typeof least === 'number') {
    const limit = numberLiteral(least);
    tests.push(
      code`(${text}.length >= ${limit} || ${scope.helper('countBytes')}(${text}) >= ${limit})`,
    );
  }
  return tests;
}

function atMost(text: Code, limit: number, scope: ModuleScope): Code {
  if (limit === 0) return code`${text} === ''`;
  const most = numberLiteral(limit);
  return code`(${text}.length <= ${most} || (${text}.length <= ${numberLiteral(limit * 2)} && ${scope.helper('countCharacters')}(${text}) <= ${most}))`;
}

function atLeast(text: Code, limit: number, scope: ModuleScope): Code {
  const least = numberLiteral(limit);
  if (limit <= 1) return code`${text}.length >= ${least}`;
  return code`(${text}.length >= ${numberLiteral(limit * 2)} || (${text}.length >= ${least} && ${scope.helper('countCharacters')}(${text}) >= ${least}))`;
}
