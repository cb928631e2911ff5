import {
  camelCase,
  type Enum,
  type Member,
  type Operation,
  type Struct,
  type Type,
} from '../../model/index.js';
import {
  code,
  dataLiteral,
  identifier,
  join,
  propertyKey,
  stringLiteral,
  type Code,
} from '../encode/index.js';
import { isDemanded } from '../json-schema.js';

/** How the members of an endpoint's reply are read, as code, and the structs whose shapes it names. */
export function shapeCode(
  operation: Operation,
  enums: ReadonlyMap<string, Enum>,
): [Code, string[]] {
  const printer = new ShapePrinter(operation.structs, enums);
  const shape = printer.object(replyMembers(operation), 2);
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
  const shape = printer.object(struct.members, 0);
  return [shape, [...printer.imported].sort()];
}

/** What a shape says of a member. */
type ShapeMember = Pick<Member, 'name' | 'type' | 'presence'>;

/** An endpoint's own members, and those of the envelope that every reply may have. */
function replyMembers({ response, envelope }: Operation): ShapeMember[] {
  const own = new Map(response.map((member) => [member.name, member as ShapeMember]));
  const presence = { required: false, basis: 'inferred', demandedWhen: false } as const;
  const envelopeMembers = [
    { name: 'ret', type: { kind: 'int' }, presence },
    { name: envelope, type: { kind: 'string' }, presence },
    { name: 'msdkExtInfo', type: { kind: 'string' }, presence },
  ] as const;
  return [
    ...envelopeMembers.map((member) => ({ ...member, ...(own.get(member.name) ?? {}) })),
    ...response.filter(({ name }) => !envelopeMembers.some((member) => member.name === name)),
  ];
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

  object(members: readonly ShapeMember[], indent: number): Code {
    const pad = ' '.repeat(indent + 2) as Code;
    const required = members.filter(isDemanded).map(({ name }) => name);
    const lines = [
      code`${pad}members: ${this.#members(members, indent + 2)},\n`,
      code`${pad}required: ${dataLiteral(required, indent + 2, indent + 13)},\n`,
    ];
    return code`{\n${join(lines, '')}${' '.repeat(indent) as Code}}`;
  }

  #members(members: readonly ShapeMember[], indent: number): Code {
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
        const name = identifier(camelCase(type.name));
        if (this.#circular.has(type.name)) return late(name, indent);
        return inline === undefined ? name : this.object(inline.members, indent);
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

/** A shape that is looked up when a reply is read, and not when the module is. */
function late(shape: Code, indent: number): Code {
  const pad = ' '.repeat(indent) as Code;
  const getter = (name: Code): Code =>
    code`${pad}  get ${name}() {\n${pad}    return ${shape}.${name};\n${pad}  },\n`;
  return code`{\n${getter(code`members`)}${getter(code`required`)}${pad}}`;
}
