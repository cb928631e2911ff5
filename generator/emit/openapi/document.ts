import {
  fullText,
  type Enum,
  type Member,
  type Model,
  type Operation,
  type Struct,
} from '../../model/index.js';
import {
  objectSchema,
  structsBelow,
  structsByName,
  type Schema,
  type SchemaContext,
} from '../json-schema.js';
import { describe, lifecycleFields } from './describe.js';
import { errorRows, errorsOf, errorTables, failureExample, type ErrorRows } from '../failures.js';
import { fixedParameters, parameter } from './parameters.js';
import { LazyEntries, type Document } from './print.js';

/** The API as an OpenAPI 3.1 document: plain data, save that its paths are made one by one. */
export function openApiDocument(model: Model, version: string): Document {
  const context = contextOf(model);
  const used = usedStructs(model);
  const rows = errorRows(model.tables);
  return {
    openapi: '3.1.0',
    info: {
      title: 'MSDK server HTTP API',
      version,
      ...describe(fullText(model.service.text)),
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: model.service.environments.map((environment) => ({
      url: environment.url,
      ...describe(fullText(environment.text)),
      'x-msdk-stage': environment.stage,
      'x-msdk-generation': environment.generation,
    })),
    tags: model.modules.map(({ name, aliases }) => ({
      name,
      description: `Endpoints below /${name}/${aliases.map((alias) => `, also served below /${alias}/`).join('')}.`,
    })),
    security: [{ signature: [] }],
    paths: new LazyEntries(function* () {
      for (const operation of model.operations) {
        const method = operation.httpMethod.toLowerCase();
        const object = operationObject(operation, model, context, rows);
        yield [operation.path, { [method]: object }] as const;
      }
    }),
    components: {
      securitySchemes: {
        signature: {
          type: 'apiKey',
          in: 'query',
          name: model.service.signing.parameter,
          ...describe(fullText(model.service.signing.text)),
        },
      },
      parameters: fixedParameters(model, context),
      'x-msdk-error-tables': errorTables(model.tables),
      schemas: Object.fromEntries(
        used.map((struct) => [struct.name, structSchema(struct, context)]),
      ),
    },
  };
}

function contextOf(model: Model): SchemaContext {
  const enums = new Map(model.enums.map((item) => [item.name, item]));
  return {
    strictness: 'open',
    enums,
    ref: (struct) => `#/components/schemas/${struct}`,
    annotate: (schema, member) => annotate(schema, member, enums),
  };
}

function annotate(schema: Schema, member: Member, enums: ReadonlyMap<string, Enum>): Schema {
  const enumeration = member.type.kind === 'enum' ? enums.get(member.type.name) : undefined;
  const values = enumeration?.values.map(({ value, name, text }) => ({
    value,
    name,
    ...describe(text),
  }));
  return {
    ...schema,
    ...describe(member.text),
    ...lifecycleFields(member.lifecycle),
    ...(member.secret ? { 'x-msdk-secret': true } : {}),
    ...(values === undefined ? {} : { 'x-msdk-values': values }),
    ...(enumeration?.mask === true ? { 'x-msdk-mask': true } : {}),
    ...(member.repeats === undefined ? {} : { 'x-msdk-repeats': `query.${member.repeats}` }),
    'x-msdk-sources': member.sources,
  };
}

function structSchema(struct: Struct, context: SchemaContext): Schema {
  return {
    ...objectSchema(struct.members, context),
    ...describe(struct.text),
    'x-msdk-sources': struct.sources,
  };
}

/** The structs that the operations lead to: what nothing refers to is not published. */
function usedStructs(model: Model): Struct[] {
  const members = model.operations.flatMap(({ query, request, response }) => [
    ...query,
    ...request,
    ...response,
  ]);
  return structsBelow(members, structsByName(model));
}

function operationObject(
  operation: Operation,
  model: Model,
  context: SchemaContext,
  rows: ErrorRows,
): Schema {
  const fixed = Object.keys(model.service.query).filter(
    (name) => name !== model.service.signing.parameter,
  );
  const own = operation.query.filter(({ name }) => !fixed.includes(name) || name === 'openid');
  const shared = fixed.filter((name) => !own.some((member) => member.name === name));
  return {
    operationId: operation.id,
    tags: [operation.module],
    summary: operation.title.en,
    'x-summary-zh': operation.title.zh,
    'x-summary-ko': operation.title.ko,
    ...describe(
      operation.text,
      operation.notes.map(({ text }) => text),
    ),
    ...lifecycleFields(operation.lifecycle),
    parameters: [
      ...shared.map((name) => ({ $ref: `#/components/parameters/${name}` })),
      ...own.map((member) => parameter(member, context)),
    ],
    ...(operation.hasBody ? { requestBody: requestBody(operation, context) } : {}),
    responses: { '200': reply(operation, context) },
    'x-msdk-platforms': operation.platforms,
    'x-msdk-effect': operation.effect,
    'x-msdk-idempotent': operation.idempotent,
    'x-msdk-errors': errorsOf(operation, rows),
    'x-msdk-sources': operation.sources,
  };
}

function requestBody(operation: Operation, context: SchemaContext): Schema {
  const examples = operation.examples.filter(({ request }) => Object.keys(request).length > 0);
  return {
    required: true,
    content: {
      'application/json': {
        schema: objectSchema(operation.request, context),
        ...(examples.length === 0
          ? {}
          : {
              examples: Object.fromEntries(
                examples.map(({ name, request }) => [name, { value: request }]),
              ),
            }),
      },
    },
  };
}

function reply(operation: Operation, context: SchemaContext): Schema {
  const members = objectSchema(operation.response, context, false);
  const text = operation.envelope;
  const failure = failureExample(operation);
  const taken = operation.examples.some(({ name }) => name === 'failure');
  const freeName = taken ? 'generated-failure' : 'failure';
  const examples = operation.examples.map(({ name, response }) => [name, { value: response }]);
  return {
    description: 'The reply, also where the call failed: a ret other than 0 is an error.',
    content: {
      'application/json': {
        schema: {
          ...members,
          properties: {
            ret: { type: 'integer', description: '0: success. Anything else is an error code.' },
            [text]: {
              type: 'string',
              description:
                'A text for people; for ret -10000 and -20000 it starts with the platform’s own code and a comma.',
            },
            err_type: { type: 'string', description: 'The class of an error.' },
            msdkExtInfo: { type: 'string', description: 'What the request passed through.' },
            ...(members['properties'] as Schema),
          },
          required: ['ret', text],
        },
        examples: Object.fromEntries([
          ...examples,
          ...(failure === undefined ? [] : [[freeName, { value: failure }]]),
        ]) as Schema,
      },
    },
  };
}
