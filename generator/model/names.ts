/** All names that the generator gives in TypeScript, by one rule: words of the wire name, joined. */

/** `qqfriends_detail`, `access-layer` -> `QqfriendsDetail`, `AccessLayer`. */
export function pascalCase(wireName: string): string {
  return wireName
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** `verify_login` -> `verifyLogin`. */
export function camelCase(wireName: string): string {
  const name = pascalCase(wireName);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The names of the endpoint at `/module/name`. */
export function operationNames(path: string): {
  module: string;
  file: string;
  method: string;
  id: string;
  typeName: string;
} {
  const [, module = '', file = ''] = path.split('/');
  const typeName = pascalCase(module) + pascalCase(file);
  return { module, file, method: camelCase(file), id: camelCase(`${module}_${file}`), typeName };
}

/** The name of a struct that is written inside an entry: the owner's name and the member's. */
export function inlineStructName(owner: string, member: string): string {
  return owner + pascalCase(member);
}

/** The names that one endpoint declares, for the check that no two declarations collide. */
export function declaredNames({
  id,
  typeName,
}: {
  id: string;
  typeName: string;
}): readonly string[] {
  const types = ['Request', 'Response', 'Input', 'ErrorCode'].map((suffix) => typeName + suffix);
  return [id, `${id}Operation`, ...types];
}

/** The name of a table's union of codes. */
export function tableName(id: string): string {
  return `${pascalCase(id)}Code`;
}

/** The name of the constant that holds a table. */
export function tableConstant(id: string): string {
  return `${camelCase(id)}Errors`;
}

/** The name of the constant that says how a struct is read. */
export function structConstant(name: string): string {
  return camelCase(name);
}

/** The names that a module declares: its client, its endpoints and whom they serve, what makes it, and what the mock serves. */
export function moduleNames(module: string): readonly string[] {
  const name = pascalCase(module);
  return [
    ...['Client', 'Endpoints', 'Platforms'].map((suffix) => name + suffix),
    `${module}Client`,
    `${module}Operations`,
  ];
}
