// @ts-check
/** @typedef {import('./schema.mjs').Schema} Schema */

/**
 * What is demanded only where a member has a value: the reply's members where `ret` is 0.
 * @typedef {object} Condition
 * @property {string} member
 * @property {unknown} value
 * @property {readonly string[]} required
 */
/**
 * The words in which a peer says what a schema says.
 * @template T
 * @typedef {object} Dialect
 * @property {(members: Record<string, T>, condition: Condition | undefined) => T} object with no others
 * @property {(member: T) => T} optional
 * @property {(values: T) => T} record any names, with values of one kind
 * @property {(items: T, limits: { maxItems?: number }) => T} array
 * @property {(limits: { minLength?: number, maxLength?: number }) => T} string
 * @property {() => T} integer
 * @property {() => T} number
 * @property {() => T} boolean
 * @property {(values: readonly (string | number)[]) => T} oneOf one of these values
 * @property {(choices: readonly T[]) => T} anyOf
 */

/** Keywords that demand nothing. */
const annotations = ['$schema', '$id', '$defs', 'title', 'description', 'deprecated'];

/**
 * The keywords that the converter says in a peer's words. Beside a type that one is not about, it demands
 * nothing, as JSON Schema has it.
 */
const demands = [
  ...['type', 'enum', 'const', 'anyOf', 'minLength', 'maxLength', 'items', 'maxItems'],
  ...['properties', 'required', 'additionalProperties', 'if', 'then'],
];

const known = [...annotations, ...demands];

/**
 * Says a schema in a peer's words. A keyword that the converter does not know is an error: nothing is
 * left out without a word.
 * @template T
 * @param {Schema} schema
 * @param {Dialect<T>} dialect
 * @returns {T}
 */
export function convert(schema, dialect) {
  return new Converter(schema.$defs ?? {}, dialect).of(schema);
}

/** @template T */
class Converter {
  #definitions;
  #dialect;

  /** @param {Readonly<Record<string, Schema>>} definitions @param {Dialect<T>} dialect */
  constructor(definitions, dialect) {
    this.#definitions = definitions;
    this.#dialect = dialect;
  }

  /** @param {Schema} schema @returns {T} */
  of({ $ref, ...own }) {
    const schema = { ...this.#definition($ref), ...own };
    for (const keyword of Object.keys(schema))
      if (!known.includes(keyword)) throw new Error(`there is no conversion of ${keyword}`);
    const { anyOf, ...rest } = schema;
    if (anyOf !== undefined)
      return this.#dialect.anyOf(anyOf.map((one) => this.of({ ...rest, ...one })));
    const { type, items, minLength, maxLength, maxItems } = schema;
    const values = schema.const === undefined ? schema.enum : [schema.const];
    if (values !== undefined) return this.#dialect.oneOf(values);
    if (type === 'object') return this.#object(schema);
    if (type === 'array' && items !== undefined)
      return this.#dialect.array(this.of(items), defined({ maxItems }));
    if (type === 'string') return this.#dialect.string(defined({ minLength, maxLength }));
    if (type === 'integer' || type === 'number' || type === 'boolean') return this.#dialect[type]();
    throw new Error(`there is no conversion of the type ${type}`);
  }

  /** @param {string | undefined} reference such as `#/$defs/Name` */
  #definition(reference) {
    if (reference === undefined) return {};
    const definition = this.#definitions[reference.replace('#/$defs/', '')];
    if (definition === undefined) throw new Error(`there is no ${reference}`);
    return definition;
  }

  /** @param {Schema} schema @returns {T} */
  #object({ properties, required = [], additionalProperties, if: condition, then }) {
    if (properties === undefined && additionalProperties)
      return this.#dialect.record(this.of(additionalProperties));
    if (properties === undefined || additionalProperties !== false)
      throw new Error('there is no conversion of an open object');
    const members = Object.entries(properties).map(([name, schema]) => {
      const member = this.of(schema);
      return [name, required.includes(name) ? member : this.#dialect.optional(member)];
    });
    const demanded = condition && conditionOf(condition, then);
    return this.#dialect.object(Object.fromEntries(members), demanded);
  }
}

/**
 * @param {Schema} condition
 * @param {Schema | undefined} then
 * @returns {Condition}
 */
function conditionOf({ properties = {}, required: needed = [] }, then) {
  const [member = '', ...others] = Object.keys(properties);
  const { const: value, ...rest } = properties[member] ?? {};
  const { required, ...further } = then ?? {};
  const isPlain =
    value !== undefined && required !== undefined && needed.length === 1 && needed[0] === member;
  if (!isPlain || others.length + Object.keys({ ...rest, ...further }).length > 0)
    throw new Error('there is no conversion of such a condition');
  return { member, value, required };
}

/**
 * Limits without those that are not set.
 * @template {string} K
 * @param {Readonly<Record<K, number | undefined>>} limits
 */
function defined(limits) {
  const set = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  return /** @type {{ [L in K]?: number }} */ (Object.fromEntries(set));
}
