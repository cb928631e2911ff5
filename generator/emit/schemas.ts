import type { Enum, Member, Model, Operation, Struct } from '../model/index.js';
import type { EmittedFile } from './emitted-file.js';
import {
  envelopeProperties,
  objectSchema,
  structsBelow,
  structsByName,
  wholeLimit,
  type Schema,
  type SchemaContext,
  type Strictness,
} from './json-schema.js';

/** The three schemas of an endpoint. */
export interface OperationSchemas {
  readonly request: Schema;
  readonly response: Schema;
  readonly lenient: Schema;
}

/** The schemas of every endpoint, by path. */
export function schemasOf(model: Model): ReadonlyMap<string, OperationSchemas> {
  const enums = new Map(model.enums.map((item) => [item.name, item]));
  const structs = structsByName(model);
  return new Map(
    model.operations.map((operation) => [
      operation.path,
      buildSchemas(operation, enums, structs, false),
    ]),
  );
}

/** One file for each schema: `<module>/<name>.request.json`, `.response.json`, `.response.lenient.json`. */
export function emitSchemas(schemas: ReadonlyMap<string, OperationSchemas>): EmittedFile[] {
  return [...schemas].flatMap(([path, { request, response, lenient }]) => [
    { path: `schemas${path}.request.json`, text: toText(request) },
    { path: `schemas${path}.response.json`, text: toText(response) },
    { path: `schemas${path}.response.lenient.json`, text: toText(lenient) },
  ]);
}

function toText(schema: Schema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The schemas of one endpoint; spotless ones refuse also what only gives cause for a warning. */
export function buildSchemas(
  operation: Operation,
  enums: ReadonlyMap<string, Enum>,
  structs: ReadonlyMap<string, Struct>,
  isSpotless: boolean,
): OperationSchemas {
  const context = (strictness: Strictness): SchemaContext => ({
    strictness,
    enums,
    isSpotless,
    ref: (struct) => `#/$defs/${struct}`,
    annotate,
  });
  const head = (part: string): Schema => ({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://msdk-api.invalid/schemas${operation.path}.${part}.json`,
    title: `${operation.path} ${part}`,
    description: operation.text.en,
  });
  const defs = (members: readonly Member[], strictness: Strictness): Schema => {
    const below = structsBelow(members, structs);
    if (below.length === 0) return {};
    const entries = below.map((struct) => [
      struct.name,
      { description: struct.text.en, ...objectSchema(struct.members, context(strictness)) },
    ]);
    return { $defs: Object.fromEntries(entries) as Schema };
  };
  const { request, response } = operation;
  const body = operation.hasBody ? request : [];
  return {
    request: {
      ...head('request'),
      ...objectSchema(body, context('strict')),
      ...wholeLimit(operation, isSpotless),
      ...defs(body, 'strict'),
    },
    response: {
      ...head('response'),
      ...replySchema(operation, context('strict')),
      ...defs(response, 'strict'),
    },
    lenient: {
      ...head('response.lenient'),
      ...replySchema(operation, context('lenient')),
      ...defs(response, 'lenient'),
    },
  };
}

/** A reply: the envelope always, the endpoint's members where it reports success. */
function replySchema(operation: Operation, context: SchemaContext): Schema {
  const { properties, required, ...rest } = objectSchema(operation.response, context);
  const zero = context.strictness === 'lenient' ? { enum: [0, '0'] } : { const: 0 };
  return {
    ...rest,
    properties: { ...envelopeProperties(operation, context.strictness), ...(properties as Schema) },
    required: context.strictness === 'lenient' ? ['ret'] : ['ret', operation.envelope],
    ...(required === undefined
      ? {}
      : { if: { properties: { ret: zero }, required: ['ret'] }, then: { required } }),
  };
}

function annotate(schema: Schema, member: Member): Schema {
  return { description: member.text.en, ...schema };
}
