import type { Member, Operation } from '../../model/index.js';
import { inputMembers } from '../client/input.js';
import { code, fits, identifier, propertyKey, stringLiteral, type Code } from '../encode/index.js';
import type { TemplateData } from '../templates.js';

/** What the template of the type guards takes for each endpoint. */
export function guardsOf(operations: readonly Operation[]): TemplateData[] {
  return operations.map((operation) => {
    const { id, path, typeName, hasBody } = operation;
    const bodyType = identifier(`${typeName}Body`);
    return {
      name: identifier(id),
      path: code`${pathText(path)}`,
      hasBody,
      bodyType,
      members: hasBody ? bodyMembers(operation) : [],
      request: signature(identifier(`is${typeName}Request`), bodyType),
      response: signature(
        identifier(`is${typeName}Response`),
        code`client.${identifier(`${typeName}Response`)}`,
      ),
    };
  });
}

/** A path is of letters, digits, underscores and slashes, which the catalogue's schema demands. */
function pathText(path: string): Code {
  if (!/^[\w/]+$/.test(path)) throw new Error(`${path} is no path of an endpoint`);
  return path as Code;
}

function signature(name: Code, type: Code): Code {
  const flat = code`export function ${name}(value: unknown): value is ${type}`;
  return fits(flat, ' {')
    ? flat
    : code`export function ${name}(\n  value: unknown,\n): value is ${type}`;
}

/** The members of a body: those that the caller gives to the client, and those that the client fills in. */
function bodyMembers(operation: Operation): Code[] {
  const given = new Set(inputMembers(operation).map(({ name }) => name));
  const request = identifier(`${operation.typeName}Request`);
  return operation.request.map((member) => {
    const name = member.repeats === 'openid' ? 'openid' : member.name;
    const isFilledIn = member.repeats === 'appid' || !given.has(name);
    const type = isFilledIn ? plainType(member) : code`client.${request}[${stringLiteral(name)}]`;
    const optional = member.presence.required ? code`` : code`?`;
    return code`${propertyKey(member.name)}${optional}: ${type};`;
  });
}

function plainType({ type, presence }: Member): Code {
  const plain = type.kind === 'int' ? code`number` : code`string`;
  return presence.required ? plain : code`${plain} | undefined`;
}
