import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import {
  declaredNames,
  inlineStructName,
  moduleNames,
  operationNames,
  structConstant,
  tableConstant,
  tableName,
} from '../../model/names.js';
import { ownNames } from '../../model/own-names.js';
import { isMemberGroup, type MemberEntries, type SourceFile } from '../../load/index.js';
import type { DataPath, Place } from '../../diagnostics/index.js';
import type { Rule } from '../context.js';

/** A name given to a declaration, and the way to the place of what it is given to. */
interface Given {
  readonly name: string;
  readonly place: () => Place;
}

/** No two things get one name: paths, methods of a module, and every declaration in TypeScript. */
export const uniqueNames: Rule = ({ catalogue }) => {
  const paths: Given[] = [];
  const methods: Given[] = [];
  const declarations: Given[] = [];
  const modules = new Map<string, Given['place']>();
  for (const { file, entry } of catalogue.endpoints) {
    const names = operationNames(entry.path);
    const place = (): Place => file.place(['path']);
    paths.push({ name: entry.path, place });
    methods.push({ name: `${names.module}.${names.method}`, place });
    for (const name of declaredNames(names)) declarations.push({ name, place });
    modules.set(names.module, place);
    for (const part of ['query', 'request', 'response'] as const)
      declarations.push(...inlineNames(entry[part], names.typeName, file, [part]));
  }
  for (const { file, entry } of catalogue.types) {
    const place = (): Place => file.place(['name']);
    declarations.push({ name: entry.name, place });
    if (!isMemberGroup(entry)) declarations.push({ name: structConstant(entry.name), place });
    declarations.push(...inlineNames(entry.members, entry.name, file, ['members']));
  }
  for (const { file, entry } of catalogue.enums)
    declarations.push({ name: entry.name, place: () => file.place(['name']) });
  for (const { file, entry } of catalogue.errors)
    for (const name of [tableName(entry.id), tableConstant(entry.id)])
      declarations.push({ name, place: () => file.place(['id']) });
  for (const [module, place] of modules)
    for (const name of moduleNames(module)) declarations.push({ name, place });
  const found = collisions(paths, 'duplicate-name');
  if (found.length > 0) return found; // the names in TypeScript only follow
  return [
    ...declarations
      .filter(({ name }) => ownNames.has(name))
      .map(({ name, place }) =>
        diagnostic(
          'hostile-name',
          { name, reason: 'the generated code gives it by itself' },
          place(),
        ),
      ),
    ...collisions(methods, 'duplicate-typescript-name'),
    ...collisions(declarations, 'duplicate-typescript-name'),
  ];
};

function inlineNames(
  members: MemberEntries | undefined,
  owner: string,
  file: SourceFile,
  path: DataPath,
): Given[] {
  return Object.entries(members ?? {}).flatMap(([name, member]) => {
    if (member.members === undefined) return [];
    const given = inlineStructName(owner, name);
    const own = { name: given, place: () => file.place([...path, name], 'key') };
    return [own, ...inlineNames(member.members, given, file, [...path, name, 'members'])];
  });
}

function collisions(
  given: readonly Given[],
  code: 'duplicate-name' | 'duplicate-typescript-name',
): Diagnostic[] {
  const byName = new Map<string, Given[]>();
  for (const item of given) byName.set(item.name, [...(byName.get(item.name) ?? []), item]);
  return [...byName].flatMap(([name, same]) => {
    if (same.length < 2) return [];
    const places = same.map(({ place }) => place());
    const others = [...new Set(places.slice(1).map(({ file }) => file))];
    return [diagnostic(code, { name, others }, places)];
  });
}
