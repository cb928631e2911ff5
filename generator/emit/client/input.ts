import type { Enum, Member, Operation, Struct } from '../../model/index.js';
import {
  objectSchema,
  structsBelow,
  wholeLimit,
  type Schema,
  type SchemaContext,
} from '../json-schema.js';

/** What the caller gives: everything but what the client itself fills in, each fact once. */
export function inputMembers(operation: Operation): Member[] {
  const members = new Map<string, Member>();
  const body = operation.hasBody ? operation.request : [];
  for (const member of [...operation.query, ...body]) {
    if (member.repeats === 'appid') continue;
    const name = member.repeats === 'openid' ? 'openid' : member.name;
    if (!members.has(name) || member.presence.required) members.set(name, { ...member, name });
  }
  return [...members.values()];
}

/** What the emitters of an endpoint's input need to know beside it. */
export interface InputContext {
  readonly enums: ReadonlyMap<string, Enum>;
  readonly structs: ReadonlyMap<string, Struct>;
  /** The names by which the catalogue knows what is secret in a request. */
  readonly secretNames: ReadonlySet<string>;
}

/** The schema by which the client checks what the caller gives, an object without other members; as strict as that of the request. */
export function inputSchema(operation: Operation, { enums, structs }: InputContext): Schema {
  const context: SchemaContext = { strictness: 'strict', enums, ref: (struct) => struct };
  const members = inputMembers(operation);
  const { properties, required } = objectSchema(members, context);
  const below = structsBelow(members, structs).map((struct) => [
    struct.name,
    objectSchema(struct.members, context),
  ]);
  return {
    ...(required === undefined ? {} : { required }),
    // Every call may name its player in the query.
    properties: { openid: { type: 'string' }, ...(properties as Schema) },
    ...wholeLimit(operation),
    ...(below.length === 0 ? {} : { $defs: Object.fromEntries(below) as Schema }),
  };
}

/** The names of what is secret in a request, wherever in it they stand. */
export function secretsOf(operation: Operation, { structs, secretNames }: InputContext): string[] {
  const members = inputMembers(operation);
  const all = [members, ...structsBelow(members, structs).map((struct) => struct.members)].flat();
  const secret = all.filter(({ name, secret }) => secret || secretNames.has(name));
  return [...new Set(secret.map(({ name }) => name))].sort();
}
