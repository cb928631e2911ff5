// @ts-check
import Type from 'typebox';
import { Compile } from 'typebox/compile';
import { convert } from '../convert.mjs';
import { schemaOf } from '../payloads.mjs';
import { readSchema } from '../schema.mjs';

/** @type {import('../convert.mjs').Dialect<Type.TSchema>} */
const dialect = {
  object(members, condition) {
    const options = { additionalProperties: false };
    if (condition === undefined) return Type.Object(members, options);
    const { member, value, required } = condition;
    const demanded = {
      if: { properties: { [member]: { const: value } }, required: [member] },
      then: { required: [...required] },
    };
    return Type.Object(members, { ...options, ...demanded });
  },
  optional: (member) => Type.Optional(member),
  record: (values) => Type.Record(Type.String(), values),
  array: (items, limits) => Type.Array(items, limits),
  string: (limits) => Type.String(limits),
  integer: () => Type.Integer(),
  number: () => Type.Number(),
  boolean: () => Type.Boolean(),
  oneOf: (values) => Type.Union(values.map((value) => Type.Literal(value))),
  anyOf: (choices) => Type.Union([...choices]),
};

/** @type {import('./index.mjs').Compile} */
export function compile(payload) {
  const validator = Compile(convert(readSchema(schemaOf(payload)), dialect));
  return (value) => validator.Check(value);
}
