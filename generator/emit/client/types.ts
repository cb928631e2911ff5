import type { Type } from '../../model/index.js';
import { code, identifier, join, type Code } from '../encode/index.js';

/** The structs and enums that a file must import, collected while its types are printed. */
export class Imports {
  readonly structs: Set<string> = new Set<string>();
  readonly enums: Set<string> = new Set<string>();
}

/** A type of the model as TypeScript. */
export function typeCode(type: Type, imports: Imports): Code {
  switch (type.kind) {
    case 'string':
      return code`string`;
    case 'int':
    case 'number':
      return code`number`;
    case 'bool':
      return code`boolean`;
    case 'json':
      return code`unknown`;
    case 'object':
      return code`Record<string, unknown>`;
    case 'struct':
      imports.structs.add(type.name);
      return identifier(type.name);
    case 'enum':
      imports.enums.add(type.name);
      return identifier(type.name);
    case 'map':
      return code`Record<string, ${typeCode(type.of, imports)}>`;
    case 'array': {
      const item = typeCode(type.of, imports);
      return type.of.kind === 'union' ? code`(${item})[]` : code`${item}[]`;
    }
    case 'union':
      return join([...new Set(type.of.map((part) => typeCode(part, imports)))], ' | ');
  }
}
