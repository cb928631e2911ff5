// @ts-check
import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaOf } from '../payloads.mjs';
import { readSchema } from '../schema.mjs';

/** ajv, which compiles as the program starts. @type {import('./index.mjs').Compile} */
export function compile(payload, variant) {
  // It warns of a type that is not said again; what it warns of is no matter here.
  const ajv = new Ajv2020({ logger: false, ...(variant === 'all errors' && { allErrors: true }) });
  const validate = ajv.compile(readSchema(schemaOf(payload)));
  return (value) => validate(value);
}
