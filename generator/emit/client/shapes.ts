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
  circular: ReadonlySet<string>,
): [Code, string[]] {
  const printer = new ShapePrinter(inline, enums, circular);
  const shape = printer.members(struct.members, 0);
  return [shape, [...printer.imported].sort()];
}

class ShapePrinter {
  /** The structs that have files of their own. */
  readonly imported: Set<string> = new Set<string>();
  readonly #inline: ReadonlyMap<string, Struct>;
  readonly #enums: ReadonlyMap<string, Enum>;
  /** The structs that lead back here: their shapes may not be there yet when this one is made. */
  readonly #circular: ReadonlySet<string>;

  constructor(
    inline: readonly Struct[],
    enums: ReadonlyMap<string, Enum>,
    circular: ReadonlySet<string> = new Set(),
  ) {
    this.#circular = circular;
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
        if (this.#circular.has(type.name)) return late(identifier(camelCase(type.name)), indent);
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

/** Members that are looked up when a reply is read, and not when the module is. */
function late(members: Code, indent: number): Code {
  const pad = ' '.repeat(indent) as Code;
  const body = code`${pad}    return ${members};\n`;
  return code`{\n${pad}  get members() {\n${body}${pad}  },\n${pad}}`;
}
