// @ts-check
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readSchema } from '../../validate/schema.mjs';
import { exchange } from '../exchange.mjs';

/** The generated schema of the request's body, compiled by ajv. */
export function compileBody() {
  return new Ajv2020().compile(readSchema(`${exchange.endpoint.slice(1)}.request`));
}
