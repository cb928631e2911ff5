import {
  camelCase,
  type Enum,
  type Member,
  type Operation,
  type Struct,
  type Type,
} from '../../model/index.js';
import { code, identifier, join, propertyKey, stringLiteral, type Code } from '../encode/index.js';

/** How the members of an endpoint's reply are read, as code, and the structs whose shapes it names. */
export function shapeCode(
  operation: Operation,
  enums: ReadonlyMap<string, Enum>,
): [Code, string[]] {
  const printer = new ShapePrinter(operation.structs, enums);
  const shape = printer.members(operation.response, 2);
  return [shape, [...printer.imported].sort()];
}

/** The shape of a struct's members, as code, and the structs whose shapes it names. */
export function structShape(
  struct: Struct,
  inline: readonly Struct[],
  enums: ReadonlyMap<string, Enum>,
): [Code, string[]] {
  const printer = new ShapePrinter(inline, enums);
  const shape = printer.members(struct.members, 0);
  return [shape, [...printer.imported].sort()];
}

class ShapePrinter {
  /** The structs that have files of their own. */
  readonly imported: Set<string> = new Set<string>();
  readonly #inline: ReadonlyMap<string, Struct>;
  readonly #enums: ReadonlyMap<string, Enum>;

  constructor(inline: readonly Struct[], enums: ReadonlyMap<string, Enum>) {
    this.#inline = new Map(inline.map((struct) => [struct.name, struct]));
    this.#enums = enums;
  }

  members(members: readonly Member[], indent: number): Code {
    if (members.length === 0) return code`{}`;
    const pad = ' '.repeat(indent + 2) as Code;
    const lines = members.map(
      ({ name, type }) => code`${pad}${propertyKey(name)}: ${this.#type(type, indent + 2)},\n`,
    );
    return code`{\n${join(lines, '')}${' '.repeat(indent) as Code}}`;
  }

  #type(type: Type, indent: number): Code {
    switch (type.kind) {
      case 'array':
        return wrap(code`list`, (inner) => this.#type(type.of, inner), indent);
      case 'map':
        return wrap(code`map`, (inner) => this.#type(type.of, inner), indent);
      case 'struct': {
        const inline = this.#inline.get(type.name);
        if (inline === undefined) this.imported.add(type.name);
        const members = (inner: number): Code =>
          inline === undefined
            ? identifier(camelCase(type.name))
            : this.members(inline.members, inner);
        return wrap(code`members`, members, indent);
      }
      case 'enum':
        return stringLiteral(this.#enums.get(type.name)?.type ?? 'json');
      case 'object':
      case 'union':
        return stringLiteral('json');
      default:
        return stringLiteral(type.kind);
    }
  }
}

/** An object of one key: on one line where what it holds is on one. */
function wrap(key: Code, print: (indent: number) => Code, indent: number): Code {
  const inner = print(indent + 2);
  if (!inner.includes('\n')) return code`{ ${key}: ${inner} }`;
  const pad = ' '.repeat(indent) as Code;
  return code`{\n${pad}  ${key}: ${inner},\n${pad}}`;
}
