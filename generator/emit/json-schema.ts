import {
  isEnding,
  type Enum,
  type Member,
  type Model,
  type Operation,
  type Struct,
  type Type,
} from '../model/index.js';

type Basis = Member['presence']['basis'];

/** A JSON Schema as plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/**
 * How strictly a schema reads. `strict`: the declared type and no unknown member. `lenient`: also
 * the loose forms of the wire, and members not yet known. `open`: the declared type, and members not
 * yet known; what a published description says.
 */
export type Strictness = 'strict' | 'lenient' | 'open';

/** What a schema needs to know beside the type. */
export interface SchemaContext {
  readonly strictness: Strictness;
  readonly enums: ReadonlyMap<string, Enum>;
  /**
   * Whether inferred facts narrow too, and nothing is valid that has ended or that is not documented:
   * what satisfies such a schema gives no cause for a warning either.
   */
  readonly isSpotless?: boolean;
  /** The reference to a struct's own schema. */
  ref(struct: string): string;
  /** Adds what one product shows beside the plain schema. */
  annotate?(schema: Schema, member: Member): Schema;
}

/** The schema of an object with these members. */
export function objectSchema(
  members: readonly Member[],
  context: SchemaContext,
  demanded = true,
): Schema {
  const properties = Object.fromEntries(
    members.map((member) => [
      member.name,
      context.isSpotless === true && hasEnded(member)
        ? { ...memberSchema(member, context), enum: ['', null] }
        : memberSchema(member, context),
    ]),
  );
  const required = members
    .filter((member) =>
      context.isSpotless === true ? member.presence.required : isDemanded(member),
    )
    .map(({ name }) => name);
  return {
    type: 'object',
    properties,
    ...(demanded && required.length > 0 ? { required } : {}),
    ...(context.strictness === 'strict' ? { additionalProperties: false } : {}),
  };
}

/** The limit of a body as a whole, the bytes of its JSON text; an inferred one where that is asked for. */
export function wholeLimit({ limits }: Operation, withInferred = false): Schema {
  const whole = limits.find(
    ({ unit, of, basis }) =>
      unit === 'bytes' && of === undefined && (withInferred || basis !== 'inferred'),
  );
  return whole?.max === undefined ? {} : { 'x-msdk-max-bytes': whole.max };
}

/** Whether a payload without the member is wrong: it is required, and not by inference alone. */
export function isDemanded({ presence }: Pick<Member, 'presence'>): boolean {
  return presence.required && presence.basis !== 'inferred';
}

function hasEnded({ lifecycle }: Pick<Member, 'lifecycle'>): boolean {
  return lifecycle !== undefined && isEnding(lifecycle);
}

/** The schema of a member: its type and every stated or shown fact that narrows it. */
export function memberSchema(member: Member, context: SchemaContext): Schema {
  const bare = typeSchema(member.type, context);
  // A reference stands alone: beside it nothing narrows, and 3.0 allows nothing.
  const narrowed =
    context.strictness === 'lenient'
      ? bare
      : { ...bare, ...narrowing(member, context.isSpotless === true) };
  return context.annotate?.(narrowed, member) ?? narrowed;
}

/** What narrows a member's type; what is only inferred where that is asked for. */
export function narrowing(
  { constant, pattern, limits, type }: Member,
  withInferred: boolean,
): Schema {
  const facts: Record<string, unknown> = {};
  const counts = (basis: Basis): boolean => withInferred || basis !== 'inferred';
  if (constant !== undefined && counts(constant.basis)) facts['enum'] = [constant.value];
  if (pattern !== undefined) facts['pattern'] = pattern;
  for (const { unit, min, max, basis, of } of limits) {
    if (!counts(basis) || of !== undefined) continue;
    if (unit === 'value' && type.kind !== 'string')
      Object.assign(facts, bounds(min, max, 'minimum', 'maximum'));
    if (unit === 'items' && (type.kind === 'array' || type.kind === 'union'))
      Object.assign(facts, bounds(min, max, 'minItems', 'maxItems'));
    if (unit === 'characters') Object.assign(facts, bounds(min, max, 'minLength', 'maxLength'));
    // A text has at least as many bytes as characters: maxLength helps readers that know no byte limits.
    if (unit === 'bytes')
      Object.assign(
        facts,
        bounds(undefined, max, '', 'maxLength'),
        bounds(min, max, 'x-msdk-min-bytes', 'x-msdk-max-bytes'),
      );
  }
  return facts;
}

function bounds(
  min: number | undefined,
  max: number | undefined,
  low: string,
  high: string,
): Schema {
  return {
    ...(min === undefined ? {} : { [low]: min }),
    ...(max === undefined ? {} : { [high]: max }),
  };
}

const plain: Readonly<Record<'string' | 'int' | 'number' | 'bool' | 'json' | 'object', Schema>> = {
  string: { type: 'string' },
  int: { type: 'integer' },
  number: { type: 'number' },
  bool: { type: 'boolean' },
  json: {},
  object: { type: 'object' },
};

/** What else is read as the type: the declared rules of lenient reading (service.yaml). */
const loose: Readonly<Record<string, Schema>> = {
  string: { type: ['string', 'number', 'boolean', 'null'] },
  int: { type: ['integer', 'string', 'boolean', 'null'], pattern: '^(-?[0-9]+)?$' },
  number: { type: ['number', 'string', 'boolean', 'null'], pattern: '^(-?[0-9]+(\\.[0-9]+)?)?$' },
  bool: { enum: [true, false, 0, 1, '0', '1', 'true', 'false', '', null] },
  json: {},
};

/** The schema of a type. */
export function typeSchema(type: Type, context: SchemaContext): Schema {
  const lenient = context.strictness === 'lenient';
  switch (type.kind) {
    case 'array': {
      const items = { type: 'array', items: typeSchema(type.of, context) };
      return lenient
        ? { anyOf: [items, { type: ['string', 'null'] }, { type: 'object', maxProperties: 0 }] }
        : items;
    }
    case 'map':
      return looseObject(
        { type: 'object', additionalProperties: typeSchema(type.of, context) },
        lenient,
      );
    case 'union':
      return oneOf(type.of.map((part) => typeSchema(part, context)));
    case 'struct':
      return looseObject({ $ref: context.ref(type.name) }, lenient);
    case 'enum':
      return enumSchema(type.name, context);
    case 'object':
      return looseObject(plain.object, lenient);
    default:
      return lenient ? (loose[type.kind] ?? plain[type.kind]) : plain[type.kind];
  }
}

/** Any of several schemas; those that say the same say it once. */
function oneOf(schemas: readonly Schema[]): Schema {
  const different = [
    ...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values(),
  ];
  const [only] = different;
  return different.length === 1 && only !== undefined ? only : { anyOf: different };
}

function looseObject(schema: Schema, lenient: boolean): Schema {
  return lenient
    ? { anyOf: [schema, { type: ['string', 'null'] }, { type: 'array', maxItems: 0 }] }
    : schema;
}

function enumSchema(name: string, context: SchemaContext): Schema {
  const found = context.enums.get(name);
  const kind = found?.type ?? 'string';
  if (context.strictness === 'lenient') return loose[kind] ?? plain[kind];
  if (found !== undefined && context.isSpotless === true)
    return { ...plain[kind], ...documentedValues(found) };
  const closed = found?.closed !== undefined && found.closed !== 'inferred' && !found.mask;
  return closed ? { ...plain[kind], enum: found.values.map(({ value }) => value) } : plain[kind];
}

/** The documented values of an enumeration that have not ended. */
export function documentedValues({ values, mask }: Enum): Schema {
  const current = values.filter((value) => !hasEnded(value));
  return mask
    ? { 'x-msdk-mask': values.reduce((bits, { value }) => bits | Number(value), 0) }
    : { enum: current.map(({ value }) => value) };
}

/** Every struct of the model and of its operations, by name. */
export function structsByName(model: Model): ReadonlyMap<string, Struct> {
  const own = model.operations.flatMap(({ structs }) => structs);
  return new Map([...model.structs, ...own].map((struct) => [struct.name, struct]));
}

/** The names of the structs that these members lead to, in order of their names. */
export function structsBelow(
  members: readonly Member[],
  structs: ReadonlyMap<string, Struct>,
): Struct[] {
  const seen = new Map<string, Struct>();
  const visit = (type: Type): void => {
    if (type.kind === 'union') return type.of.forEach(visit);
    if (type.kind === 'array' || type.kind === 'map') return visit(type.of);
    const struct = type.kind === 'struct' ? structs.get(type.name) : undefined;
    if (struct === undefined || seen.has(struct.name)) return;
    seen.set(struct.name, struct);
    struct.members.forEach((member) => visit(member.type));
  };
  members.forEach((member) => visit(member.type));
  return [...seen.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Members that every reply may carry beside the endpoint's own. */
export function envelopeProperties(operation: Operation, strictness: Strictness): Schema {
  const text = strictness === 'lenient' ? loose['string'] : plain.string;
  return {
    ret: strictness === 'lenient' ? loose['int'] : plain.int,
    [operation.envelope]: text,
    err_type: text,
    msdkExtInfo: text,
  };
}
