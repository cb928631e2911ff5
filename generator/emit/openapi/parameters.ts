import type { Member, Model } from '../../model/index.js';
import { memberSchema, type Schema, type SchemaContext } from '../json-schema.js';
import { describe, lifecycleFields } from './describe.js';

/** The fixed query parameters, save the signature, which is the security scheme. */
export function fixedParameters(model: Model, context: SchemaContext): Schema {
  const { parameter: signature } = model.service.signing;
  const members = model.fixedQuery.filter(({ name }) => name !== signature);
  return Object.fromEntries(members.map((member) => [member.name, parameter(member, context)]));
}

/** A query parameter. */
export function parameter(member: Member, context: SchemaContext): Schema {
  const {
    description: _,
    deprecated: __,
    ...schema
  } = memberSchema(member, { ...context, annotate: (plain) => plain });
  return {
    name: member.name,
    in: 'query',
    required: member.presence.required,
    ...describe(member.text),
    ...lifecycleFields(member.lifecycle),
    schema,
    'x-msdk-sources': member.sources,
  };
}
