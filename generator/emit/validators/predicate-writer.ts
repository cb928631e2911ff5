import {
  code,
  identifier,
  join,
  numberLiteral,
  stringLiteral,
  type Code,
} from '../encode/index.js';
import type { Schema } from '../json-schema.js';
import {
  access,
  guarded,
  knownKeywords,
  limited,
  refusal,
  scalarKeywords,
  silentKeywords,
} from './predicate-parts.js';
import {
  byteTests,
  helpers,
  oneOfTest,
  scalarTests,
  typeTest,
  type ModuleScope,
} from './scalar-code.js';

type SchemaOrNot = Schema | false;

/**
 * Writes predicates: functions that tell whether a value satisfies a schema, and leave at the first thing
 * that is wrong. It knows the keywords that the schemas of the catalogue have, and throws at any other.
 */
export class PredicateWriter implements ModuleScope {
  readonly #constants = new Map<Code, Code>();
  readonly #functions: Code[] = [];
  readonly #helpers = new Set<keyof typeof helpers>();
  /** The functions of definitions, by what the definitions beside them say and by name. */
  readonly #definitions = new Map<string, Code>();
  #count = 0;

  /** Everything that was written, in the order in which it has to stand. */
  get text(): Code {
    const needed = [...this.#helpers].map(
      (name) => code`const ${identifier(name)} = ${helpers[name]};`,
    );
    const constants = [...this.#constants].map(
      ([initialiser, name]) => code`const ${name} = ${initialiser};`,
    );
    return join([...needed, ...constants, ...this.#functions], '\n');
  }

  constant(initialiser: Code): Code {
    const known = this.#constants.get(initialiser);
    const name = known ?? this.#unique('pattern');
    this.#constants.set(initialiser, name);
    return name;
  }

  helper(name: keyof typeof helpers): Code {
    this.#helpers.add(name);
    return identifier(name);
  }

  /** Writes the predicate of a schema, and gives the name of its function. */
  predicate(name: string, schema: Schema): Code {
    const own = identifier(name);
    const defs = (schema['$defs'] ?? {}) as Readonly<Record<string, Schema>>;
    this.#write(own, schema, defs);
    return own;
  }

  #write(name: Code, schema: SchemaOrNot, defs: Readonly<Record<string, Schema>>): void {
    const statements = this.#statements(schema, code`value`, defs);
    this.#functions.push(
      code`function ${name}(value) {\n${join(statements, '\n')}\nreturn true;\n}`,
    );
  }

  /** Statements that return false where the value does not satisfy the schema. */
  #statements(schema: SchemaOrNot, value: Code, defs: Readonly<Record<string, Schema>>): Code[] {
    if (schema === false) return [code`return false;`];
    const test = this.#expression(schema, value, defs);
    if (test !== undefined) return test === 'true' ? [] : [code`if (!(${test})) return false;`];
    for (const keyword of Object.keys(schema))
      if (!knownKeywords.has(keyword)) throw new Error(`no predicate knows the keyword ${keyword}`);
    const { type } = schema;
    const isObject = type === 'object';
    const isArray = type === 'array';
    const { ofText, ofNumber } = scalarTests(schema, value, this);
    const ofObject = this.#ofObject(schema, value, defs);
    const ofArray = this.#ofArray(schema, value, defs);
    return [
      ...(type === undefined ? [] : [code`if (!${typeTest(type, value)}) return false;`]),
      ...(Array.isArray(schema['enum'])
        ? [code`if (!${oneOfTest(schema['enum'], value)}) return false;`]
        : []),
      ...limited(ofText, code`typeof ${value} !== 'string'`).map(refusal),
      ...limited(ofNumber, code`typeof ${value} !== 'number'`).map(refusal),
      ...guarded(ofObject, isObject ? undefined : typeTest('object', value)),
      ...guarded(ofArray, isArray ? undefined : typeTest('array', value)),
      ...this.#conditional(schema, value, defs),
      ...this.#alternatives(schema, value, defs),
    ];
  }

  /** A schema of scalars, a reference, or alternatives of such, as one expression; undefined for others. */
  #expression(
    schema: SchemaOrNot,
    value: Code,
    defs: Readonly<Record<string, Schema>>,
  ): Code | undefined {
    if (schema === false) return code`false`;
    const keywords = Object.keys(schema).filter((keyword) => !silentKeywords.has(keyword));
    if (keywords.length === 0) return code`true`;
    if (keywords.length === 1 && typeof schema['$ref'] === 'string')
      return code`${this.#definition(schema['$ref'], defs)}(${value})`;
    if (keywords.length === 1 && Array.isArray(schema['anyOf']))
      return this.#anyOf(schema['anyOf'] as Schema[], value, defs);
    if (!keywords.every((keyword) => scalarKeywords.has(keyword))) return undefined;
    const { type } = schema;
    const types = Array.isArray(type) ? (type as string[]) : [type as string];
    // An object's bytes are those of its JSON text, which takes a statement.
    if (types.includes('object') && schema['x-msdk-max-bytes'] !== undefined) return undefined;
    const tests: Code[] = [];
    if (type !== undefined) tests.push(typeTest(type, value));
    if (Array.isArray(schema['enum'])) tests.push(oneOfTest(schema['enum'], value));
    if ('const' in schema) tests.push(oneOfTest([schema['const']], value));
    const { ofText, ofNumber } = scalarTests(schema, value, this);
    const isOf = (...own: string[]): boolean => types.length === 1 && own.includes(types[0] ?? '');
    tests.push(...limited(ofText, isOf('string') ? undefined : code`typeof ${value} !== 'string'`));
    tests.push(
      ...limited(
        ofNumber,
        isOf('integer', 'number') ? undefined : code`typeof ${value} !== 'number'`,
      ),
    );
    return tests.length === 0 ? code`true` : join(tests, ' && ');
  }

  #anyOf(schemas: readonly Schema[], value: Code, defs: Readonly<Record<string, Schema>>): Code {
    const tests = schemas.map((schema) => {
      const test = this.#expression(schema, value, defs);
      if (test !== undefined) return code`(${test})`;
      const name = this.#unique('alternative');
      this.#write(name, schema, defs);
      return code`${name}(${value})`;
    });
    return code`(${join(tests, ' || ')})`;
  }

  #alternatives({ anyOf }: Schema, value: Code, defs: Readonly<Record<string, Schema>>): Code[] {
    if (!Array.isArray(anyOf)) return [];
    return [code`if (!${this.#anyOf(anyOf as Schema[], value, defs)}) return false;`];
  }

  #conditional(schema: Schema, value: Code, defs: Readonly<Record<string, Schema>>): Code[] {
    if (schema['if'] === undefined) return [];
    const name = this.#unique('condition');
    this.#write(name, schema['if'] as Schema, defs);
    const then = this.#statements(schema['then'] as Schema, value, defs);
    return [code`if (${name}(${value})) {\n${join(then, '\n')}\n}`];
  }

  #ofObject(schema: Schema, value: Code, defs: Readonly<Record<string, Schema>>): Code[] {
    const properties = Object.entries((schema['properties'] ?? {}) as Record<string, SchemaOrNot>);
    const required = new Set((schema['required'] ?? []) as string[]);
    const statements: Code[] = [];
    for (const name of required)
      if (!properties.some(([known]) => known === name))
        statements.push(code`if (${access(value, name)} === undefined) return false;`);
    for (const [name, property] of properties)
      statements.push(...this.#property(value, name, property, required.has(name), defs));
    if (typeof schema['maxProperties'] === 'number')
      statements.push(
        code`if (Object.keys(${value}).length > ${numberLiteral(schema['maxProperties'])}) return false;`,
      );
    statements.push(...this.#others(schema, value, properties, defs));
    const text = this.#unique('text');
    const bytes = byteTests(schema, text, this);
    if (bytes.length > 0)
      statements.push(
        code`const ${text} = JSON.stringify(${value});`,
        code`if (!(${join(bytes, ' && ')})) return false;`,
      );
    return statements;
  }

  #property(
    value: Code,
    name: string,
    schema: SchemaOrNot,
    isRequired: boolean,
    defs: Readonly<Record<string, Schema>>,
  ): Code[] {
    const member = this.#unique('member');
    const read = code`const ${member} = ${access(value, name)};`;
    const missing = code`if (${member} === undefined) return false;`;
    const statements = this.#statements(schema, member, defs);
    if (isRequired) {
      // What has no such type is not undefined either.
      const isTyped = schema !== false && schema['type'] !== undefined;
      return [read, ...(isTyped ? [] : [missing]), ...statements];
    }
    if (statements.length === 0) return [];
    return [read, code`if (${member} !== undefined) {\n${join(statements, '\n')}\n}`];
  }

  /** What holds for members that are not among the properties. */
  #others(
    { additionalProperties }: Schema,
    value: Code,
    properties: readonly (readonly [string, unknown])[],
    defs: Readonly<Record<string, Schema>>,
  ): Code[] {
    if (additionalProperties === undefined) return [];
    const key = this.#unique('key');
    const known = properties.map(([name]) => code`${key} !== ${stringLiteral(name)}`);
    const isOther = known.length === 0 ? code`true` : join(known, ' && ');
    const member = this.#unique('member');
    const statements =
      additionalProperties === false
        ? [code`return false;`]
        : [
            code`const ${member} = ${value}[${key}];`,
            ...this.#statements(additionalProperties as Schema, member, defs),
          ];
    return [code`for (const ${key} in ${value}) if (${isOther}) {\n${join(statements, '\n')}\n}`];
  }

  #ofArray(schema: Schema, value: Code, defs: Readonly<Record<string, Schema>>): Code[] {
    const { minItems, maxItems, items } = schema;
    const statements: Code[] = [];
    if (typeof minItems === 'number')
      statements.push(code`if (${value}.length < ${numberLiteral(minItems)}) return false;`);
    if (typeof maxItems === 'number')
      statements.push(code`if (${value}.length > ${numberLiteral(maxItems)}) return false;`);
    if (items === undefined) return statements;
    const item = this.#unique('item');
    const ofItem = this.#statements(items as Schema, item, defs);
    if (ofItem.length > 0)
      statements.push(code`for (const ${item} of ${value}) {\n${join(ofItem, '\n')}\n}`);
    return statements;
  }

  #definition(ref: string, defs: Readonly<Record<string, Schema>>): Code {
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    const key = `${name} ${JSON.stringify(defs)}`;
    const known = this.#definitions.get(key);
    if (known !== undefined) return known;
    const own = this.#unique('definition');
    this.#definitions.set(key, own);
    const schema = defs[name];
    if (schema === undefined) throw new Error(`there is no definition ${name}`);
    this.#write(own, schema, defs);
    return own;
  }

  #unique(name: string): Code {
    this.#count++;
    return code`${identifier(name)}${numberLiteral(this.#count)}`;
  }
}
