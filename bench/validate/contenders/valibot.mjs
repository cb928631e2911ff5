// @ts-check
import * as v from 'valibot';
import { convert } from '../convert.mjs';
import { schemaOf } from '../payloads.mjs';
import { readSchema } from '../schema.mjs';

/** @type {import('../convert.mjs').Dialect<v.GenericSchema>} */
const dialect = {
  object(members, condition) {
    const object = v.strictObject(members);
    if (condition === undefined) return object;
    const { member, value, required } = condition;
    return v.pipe(
      object,
      v.check((one) => one[member] !== value || required.every((name) => one[name] !== undefined)),
    );
  },
  optional: (member) => v.optional(member),
  record: (values) => v.record(v.string(), values),
  array: (items, { maxItems }) =>
    maxItems === undefined ? v.array(items) : v.pipe(v.array(items), v.maxLength(maxItems)),
  string({ minLength, maxLength }) {
    if (minLength !== undefined && maxLength !== undefined)
      return v.pipe(v.string(), v.minLength(minLength), v.maxLength(maxLength));
    if (minLength !== undefined) return v.pipe(v.string(), v.minLength(minLength));
    return maxLength === undefined ? v.string() : v.pipe(v.string(), v.maxLength(maxLength));
  },
  integer: () => v.pipe(v.number(), v.integer()),
  number: () => v.number(),
  boolean: () => v.boolean(),
  oneOf: (values) => v.picklist(values),
  anyOf: (choices) => v.union(choices),
};

/** @type {import('./index.mjs').Compile} */
export function compile(payload) {
  const schema = convert(readSchema(schemaOf(payload)), dialect);
  return (value) => v.safeParse(schema, value).success;
}
