import type { Enum, Member } from '../../model/index.js';
import { documentedValues, isDemanded, narrowing, type Schema } from '../json-schema.js';

/**
 * The schema of a query's parameters, all of them texts. One that is demanded is not empty; an empty
 * one that is not demanded counts as left out. Others are allowed unless the query is to be spotless.
 */
export function querySchema(
  parameters: readonly Member[],
  enums: ReadonlyMap<string, Enum>,
  isSpotless: boolean,
): Schema {
  const isRequired = (member: Member): boolean =>
    isSpotless ? member.presence.required : isDemanded(member);
  const properties = parameters.map((member) => {
    const { type: _type, ...narrowed } = parameterSchema(member, enums, isSpotless);
    const bare = Object.keys(narrowed).length === 0;
    if (isRequired(member)) return [member.name, { type: 'string', minLength: 1, ...narrowed }];
    const whole: Schema = { type: 'string', ...narrowed };
    return [member.name, bare ? whole : { anyOf: [{ type: 'string', maxLength: 0 }, whole] }];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(properties) as Schema,
    required: parameters.filter(isRequired).map(({ name }) => name),
    ...(isSpotless ? { additionalProperties: false } : {}),
  };
}

function parameterSchema(
  member: Member,
  enums: ReadonlyMap<string, Enum>,
  isSpotless: boolean,
): Schema {
  const { type } = member;
  const found = type.kind === 'enum' ? enums.get(type.name) : undefined;
  const isInteger = type.kind === 'int' || found?.type === 'int';
  const facts = narrowing(member, isSpotless);
  const closed = found?.closed !== undefined && found.closed !== 'inferred';
  const values =
    found !== undefined && !found.mask && (isSpotless || closed)
      ? isSpotless
        ? documentedValues(found)['enum']
        : found.values.map(({ value }) => value)
      : undefined;
  return {
    type: 'string',
    ...(isInteger ? { pattern: '^-?[0-9]+$' } : {}),
    ...facts,
    ...(Array.isArray(values) ? { enum: values.map(String) } : {}),
  };
}
