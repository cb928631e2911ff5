// @ts-check
import { z } from 'zod';
import { convert } from '../convert.mjs';
import { schemaOf } from '../payloads.mjs';
import { readSchema } from '../schema.mjs';

/** @type {import('../convert.mjs').Dialect<z.ZodType>} */
const dialect = {
  object(members, condition) {
    const object = z.strictObject(members);
    if (condition === undefined) return object;
    const { member, value, required } = condition;
    return object.refine(
      (one) => one[member] !== value || required.every((name) => one[name] !== undefined),
    );
  },
  optional: (member) => member.optional(),
  record: (values) => z.record(z.string(), values),
  array: (items, { maxItems }) =>
    maxItems === undefined ? z.array(items) : z.array(items).max(maxItems),
  string({ minLength, maxLength }) {
    let string = z.string();
    if (minLength !== undefined) string = string.min(minLength);
    return maxLength === undefined ? string : string.max(maxLength);
  },
  integer: () => z.int(),
  number: () => z.number(),
  boolean: () => z.boolean(),
  oneOf: (values) => z.literal(values),
  anyOf: (choices) => z.union(choices),
};

/** @type {import('./index.mjs').Compile} */
export function compile(payload) {
  const schema = convert(readSchema(schemaOf(payload)), dialect);
  return (value) => schema.safeParse(value).success;
}
