import type {
  ObjectShape,
  Shape,
  TextForm,
  TextShape,
} from '../../../templates/runtime/mock/scenario/shape.js';
import { deepest } from '../../../templates/runtime/mock/scenario/json.js';
import { shapeOf } from '../../../templates/runtime/mock/scenario/members.js';
import { scenarioShape } from '../../../templates/runtime/mock/scenario/scenario-shape.js';
import { timePattern } from '../../../templates/runtime/mock/scenario/text.js';
import type { EmittedFile } from '../emitted-file.js';
import type { Schema } from '../json-schema.js';
import { toJson } from '../openapi/print.js';

/** No member of this name: merging would make it a prototype. */
const noPrototype: Schema = { not: { const: '__proto__' } };

/** The schema of scenario files, made from the shapes that the mock itself holds scenarios against. */
export function emitScenarioSchema(paths: readonly string[]): EmittedFile {
  const schema: Schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A scenario for the mock of the MSDK server API',
    ...schemaOf(scenarioShape, paths),
    $defs: {
      json: {
        description: `JSON that nests ${deepest} levels at most.`,
        type: ['string', 'number', 'boolean', 'null', 'array', 'object'],
        items: { $ref: '#/$defs/json' },
        propertyNames: noPrototype,
        additionalProperties: { $ref: '#/$defs/json' },
      },
    },
  };
  return { path: 'mock/scenario.schema.json', text: [...toJson(schema)].join('') };
}

function schemaOf(shape: Shape, paths: readonly string[]): Schema {
  const { about } = shape;
  return { ...(about === undefined ? {} : { description: about }), ...bare(shape, paths) };
}

function bare(shape: Shape, paths: readonly string[]): Schema {
  const below = (inner: Shape): Schema => schemaOf(inner, paths);
  switch (shape.kind) {
    case 'text':
      return textSchema(shape, paths);
    case 'number':
      return {
        type: shape.fraction === true ? 'number' : 'integer',
        ...bound('minimum', shape.least),
        ...bound('maximum', shape.most),
      };
    case 'flag':
      return { type: 'boolean' };
    case 'null':
      return { type: 'null' };
    case 'word':
      return {
        description: `${shape.about ?? ''} ${Object.entries(shape.words)
          .map(([word, meaning]) => `${word}: ${meaning}.`)
          .join(' ')}`.trim(),
        enum: Object.keys(shape.words),
      };
    case 'list':
      return {
        type: 'array',
        items: below(shape.of),
        ...(shape.distinct === true ? { uniqueItems: true } : {}),
      };
    case 'record':
      return {
        type: 'object',
        propertyNames:
          shape.names === undefined
            ? noPrototype
            : { allOf: [noPrototype, { pattern: shape.names[0] }] },
        additionalProperties: below(shape.of),
      };
    case 'object':
      return objectSchema(shape, below);
    case 'choice':
      return { anyOf: shape.of.map(below) };
    case 'json':
      if (shape.free === true) return {};
      return shape.object === true
        ? { type: 'object', $ref: '#/$defs/json' }
        : { $ref: '#/$defs/json' };
  }
}

const forms: Readonly<Record<Exclude<TextForm, 'endpoint'>, Schema>> = {
  time: { pattern: timePattern, format: 'date-time' },
  expression: { format: 'regex' },
};

function textSchema(shape: TextShape, paths: readonly string[]): Schema {
  if (shape.form === 'endpoint') return { enum: ['*', ...paths] };
  return {
    type: 'string',
    ...(shape.empty === true ? {} : { minLength: 1 }),
    ...(shape.longest === undefined ? {} : { maxLength: shape.longest }),
    ...(shape.pattern === undefined ? {} : { pattern: shape.pattern[0] }),
    ...(shape.form === undefined ? {} : forms[shape.form]),
  };
}

/** A bound of numbers, where it bounds more than numbers themselves do. */
function bound(keyword: string, value = Infinity): Schema {
  return Math.abs(value) < Number.MAX_VALUE ? { [keyword]: value } : {};
}

function objectSchema(shape: ObjectShape, below: (shape: Shape) => Schema): Schema {
  const members = Object.entries(shape.members);
  const required = members.flatMap(([name, member]) => ('needed' in member ? [name] : []));
  const { apart = [], beside = {} } = shape;
  const pairs = apart.flatMap((group, index) =>
    apart
      .slice(index + 1)
      .flatMap((other) => group.flatMap((a) => other.map((b) => ({ required: [a, b] })))),
  );
  return {
    type: 'object',
    properties: Object.fromEntries(members.map(([name, member]) => [name, below(shapeOf(member))])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    ...(shape.single === true ? { minProperties: 1, maxProperties: 1 } : {}),
    ...(pairs.length === 0 ? {} : { not: { anyOf: pairs } }),
    ...(Object.keys(beside).length === 0
      ? {}
      : {
          dependentSchemas: Object.fromEntries(
            Object.entries(beside).map(([name, others]) => [
              name,
              { anyOf: others.map((other) => ({ required: [other] })) },
            ]),
          ),
        }),
  };
}
