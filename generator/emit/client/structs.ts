import { StructureKind, type InterfaceDeclarationStructure } from 'ts-morph';
import type { Enum, Member, Struct } from '../../model/index.js';
import { code, identifier, propertyKey, type Code } from '../encode/index.js';
import { docs, memberDocs, sourcesLine } from './docs.js';
import { docText } from '../encode/index.js';
import { memberTypeCode, type Imports } from './types.js';

/** An interface for a struct. */
export function structInterface(
  struct: Struct,
  enums: ReadonlyMap<string, Enum>,
  imports: Imports,
): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: identifier(struct.name),
    isExported: true,
    docs: docs(docText(struct.text.en), sourcesLine(struct.sources)),
    properties: struct.members.map((member) => property(member, enums, imports)),
  };
}

/** A property of an interface. What may be left out may also be undefined, under the strictest settings too. */
export function property(
  member: Member,
  enums: ReadonlyMap<string, Enum>,
  imports: Imports,
): NonNullable<InterfaceDeclarationStructure['properties']>[number] {
  const type = memberTypeCode(member, imports);
  const optional = !member.presence.required;
  return {
    name: propertyKey(member.name),
    hasQuestionToken: optional,
    type: optional ? orUndefined(type) : type,
    docs: memberDocs(member, enums),
  };
}

function orUndefined(type: Code): Code {
  return type === 'unknown' ? type : code`${type} | undefined`;
}
