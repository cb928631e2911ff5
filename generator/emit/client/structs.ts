import { StructureKind, type InterfaceDeclarationStructure } from 'ts-morph';
import { camelCase, type Enum, type Member, type Struct } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import {
  code,
  doc,
  docComment,
  docText,
  identifier,
  propertyKey,
  type Code,
} from '../encode/index.js';
import { structsBelow } from '../json-schema.js';
import { docs, memberDocs, sourcesLine } from './docs.js';
import { importLines } from './imports.js';
import type { Printer } from './printer.js';
import { structShape } from './shapes.js';
import { Imports, typeCode } from './types.js';

/** The file of a struct that several entries may use: its interface, and how it is read. */
export function emitStruct(
  struct: Struct,
  structs: ReadonlyMap<string, Struct>,
  enums: ReadonlyMap<string, Enum>,
  printer: Printer,
): EmittedFile {
  const used = new Imports();
  const declaration = structInterface(struct, enums, used);
  const [shape, shapes] = structShape(struct, [], enums, circularTo(struct, structs));
  const imports = new Map<string, string[]>([['../runtime/index.js', ['type ObjectShape']]]);
  for (const name of used.enums) imports.set(`../enums/${name}.js`, [`type ${name}`]);
  for (const name of new Set([...used.structs, ...shapes]))
    if (name !== struct.name) imports.set(`./${name}.js`, [camelCase(name), `type ${name}`]);
  const constant = identifier(camelCase(struct.name));
  const about = docComment(doc`How a {@link ${docText(struct.name)}} is read.`);
  return printer.print(`client/types/${struct.name}.ts`, [
    importLines(imports),
    declaration,
    code`${about}\nexport const ${constant}: ObjectShape = ${shape};`,
  ]);
}

/** The structs that a struct leads to and that lead back to it, itself among them where it is one. */
function circularTo(struct: Struct, structs: ReadonlyMap<string, Struct>): ReadonlySet<string> {
  const leadsBack = (other: Struct): boolean =>
    structsBelow(other.members, structs).includes(struct);
  return new Set(
    structsBelow(struct.members, structs)
      .filter(leadsBack)
      .map(({ name }) => name),
  );
}

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
  const type = typeCode(member.type, imports);
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
