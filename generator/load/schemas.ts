import { Ajv, type ValidateFunction } from 'ajv';
import common from '../../spec/schemas/common.json' with { type: 'json' };
import endpoint from '../../spec/schemas/endpoint.json' with { type: 'json' };
import enumeration from '../../spec/schemas/enum.json' with { type: 'json' };
import errors from '../../spec/schemas/errors.json' with { type: 'json' };
import glossary from '../../spec/schemas/glossary.json' with { type: 'json' };
import service from '../../spec/schemas/service.json' with { type: 'json' };
import sources from '../../spec/schemas/sources.json' with { type: 'json' };
import type from '../../spec/schemas/type.json' with { type: 'json' };
import type { Kind } from './kinds.js';

const schemas: Readonly<Record<Kind, object>> = {
  endpoint,
  type,
  enum: enumeration,
  errors,
  service,
  sources,
  glossary,
};

let compiled: ((kind: Kind) => ValidateFunction) | undefined;

/** A validator for each kind of catalogue file, compiled when first asked for, and once for all. */
export function schemaValidators(): (kind: Kind) => ValidateFunction {
  return (compiled ??= compileSchemas());
}

function compileSchemas(): (kind: Kind) => ValidateFunction {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    verbose: true,
    // The schemas are our own, and tests hold them against the metaschema.
    meta: false,
    validateSchema: false,
  });
  ajv.addSchema(common, 'common.json');
  for (const [kind, schema] of Object.entries(schemas)) ajv.addSchema(schema, `${kind}.json`);
  return (kind) => {
    const validate = ajv.getSchema(`${kind}.json`);
    if (validate === undefined) throw new Error(`no schema for ${kind}`);
    return validate;
  };
}
