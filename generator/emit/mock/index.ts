import { posix } from 'node:path';
import type { EmittedFile } from '../emitted-file.js';
import {
  isEnding,
  sortBy,
  type ErrorCode,
  type ErrorTable,
  type Model,
  type Module,
  type Operation,
  type Type,
} from '../../model/index.js';
import { tableConstant } from '../../model/index.js';
import {
  code,
  dataLiteral,
  identifier,
  join,
  nameList,
  stringLiteral,
  type Code,
} from '../encode/index.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';
import { emitScenarioSchema } from './scenario-schema.js';

/** The hand-written parts of the mock, which are copied. */
const runtimeFolders = [
  'runtime/mock',
  'runtime/mock/world',
  'runtime/mock/handlers',
  'runtime/mock/scenario',
] as const;

/** Handlers for every endpoint, one file for each module, and the mock that serves them all. */
export function emitMock(model: Model, templates: Templates): EmittedFile[] {
  const modules = model.modules.map(({ name }) => ({
    operations: identifier(`${name}Operations`),
    from: stringLiteral(`./${name}.js`),
  }));
  const aliases = Object.fromEntries(
    model.modules.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])),
  );
  return [
    ...runtimeFolders.flatMap((folder) =>
      templates.folder(folder).map(({ name, text }) => ({
        path: homeOf(`${folder}/${name}`),
        text: `${header}\n\n${rehomed(folder, text)}`,
      })),
    ),
    {
      path: 'mock/errors.ts',
      text: templates.render('mock-errors.hbs', { header, tables: model.tables.map(tableData) }),
    },
    ...model.modules.map((module) => emitModule(module, templates, textEnumsOf(model))),
    { path: 'mock/msw.ts', text: templates.render('mock-msw.hbs', { header }) },
    emitScenarioSchema(model.operations.map(({ path }) => path)),
    {
      path: 'mock/index.ts',
      text: templates.render('mock-index.hbs', { header, modules, aliases: dataLiteral(aliases) }),
    },
  ];
}

/** A file of the mock's runtime, whose imports lead to where the templates stand once they are copied. */
function rehomed(folder: string, text: string): string {
  const home = posix.dirname(homeOf(`${folder}/any`));
  return text.replace(/ from '(\.[^']+)'/g, (_, specifier: string) => {
    const path = posix.relative(home, homeOf(posix.join(folder, specifier)));
    return ` from '${path.startsWith('.') ? path : `./${path}`}'`;
  });
}

/** Where a template of a runtime is copied to: the mock shares those of the client and the validators. */
function homeOf(template: string): string {
  if (template.startsWith('runtime/mock/'))
    return template.replace('runtime/mock/', 'mock/runtime/');
  return template.startsWith('validators/')
    ? template.replace('validators/', 'validators/runtime/')
    : `client/${template}`;
}

function tableData(table: ErrorTable): { name: Code; data: Code } {
  const { id, carriedBy, wrappedBy, command } = table;
  const rows = table.codes.map(({ code: first = 0, to, match, text, action }) => [
    first,
    match ?? text.en,
    errTypeOf(action),
    ...(to === undefined ? [] : [to]),
  ]);
  return {
    name: identifier(tableConstant(id)),
    data: dataLiteral({ id, carriedBy, wrappedBy, command, rows }),
  };
}

/** The class of an error, which says what to do next as the action does (errors-zh:10). */
function errTypeOf(action: ErrorCode['action']): string {
  const classes: Partial<Record<ErrorCode['action'], string>> = {
    retry: '1',
    reauthorise: '2',
    'refresh-token': '3',
  };
  return classes[action] ?? '5';
}

function emitModule(
  module: Module,
  templates: Templates,
  textEnums: ReadonlySet<string>,
): EmittedFile {
  const tables = sortBy(
    new Set(module.operations.flatMap(({ tables }) => tables.map(({ id }) => id))),
    (id) => id,
  );
  const data = {
    header,
    module: identifier(`${module.name}Operations`),
    tables: tables.map((id) => ({ name: identifier(tableConstant(id)) })),
    validators: module.operations.map(({ id, path }) => ({
      name: identifier(id),
      from: stringLiteral(`../validators${path}.js`),
    })),
    operations: module.operations.map((operation) => operationData(operation, textEnums)),
  };
  return { path: `mock/${module.name}.ts`, text: templates.render('mock-module.hbs', data) };
}

function operationData(operation: Operation, textEnums: ReadonlySet<string>) {
  const examples = sortBy(operation.examples, ({ response }) =>
    response['ret'] === 0 ? '0' : '1',
  );
  return {
    name: identifier(operation.id),
    path: stringLiteral(operation.path),
    method: stringLiteral(operation.httpMethod),
    envelope: stringLiteral(operation.envelope),
    platforms: dataLiteral(operation.platforms, 4, 15),
    query: dataLiteral(
      operation.query.filter(({ presence }) => presence.required).map(({ name }) => name),
      4,
      11,
    ),
    hasBody: operation.hasBody,
    filled: dataLiteral(filledMembers(operation, textEnums), 4, 12),
    token: tokenOf(operation),
    textLists: dataLiteral(textLists(operation), 4, 15),
    ending: endingOf(operation),
    examples: exampleList(
      examples.map(({ name, response }) => ({
        name: stringLiteral(name),
        data: dataLiteral(response, 8, 8),
      })),
    ),
    errors: nameList(
      operation.tables.map(({ id }) => identifier(tableConstant(id))),
      4,
      'errors: ',
    ),
  };
}

/** The enumerations whose values are texts. */
function textEnumsOf({ enums }: Model): ReadonlySet<string> {
  return new Set(enums.filter(({ type }) => type === 'string').map(({ name }) => name));
}

/** The texts that a request must hold and that no example shows to be empty. */
function filledMembers({ request, examples }: Operation, textEnums: ReadonlySet<string>): string[] {
  const isText = (type: Type): boolean =>
    type.kind === 'string' || (type.kind === 'enum' && textEnums.has(type.name));
  return request
    .filter(({ name, type, presence }) => {
      const isEmptySomewhere = examples.some((example) => example.request[name] === '');
      return presence.required && isText(type) && !isEmptySomewhere;
    })
    .map(({ name }) => name);
}

/** The member that carries the player's access token. */
function tokenOf({ request, query }: Operation): Code | undefined {
  const names = ['accessToken', 'access_token', 'openkey'];
  const token = [...request, ...query].find(({ name }) => names.includes(name));
  return token === undefined ? undefined : stringLiteral(token.name);
}

/** The lists of a request that may come as their text, too. */
function textLists({ request }: Operation): string[] {
  return request
    .filter(({ type }) => type.kind === 'union' && holds(type, 'array') && holds(type, 'string'))
    .map(({ name }) => name);
}

function holds({ of }: Type & { kind: 'union' }, kind: Type['kind']): boolean {
  return of.some((type) => type.kind === kind);
}

function endingOf({ lifecycle }: Operation): Code | undefined {
  if (lifecycle === undefined || !isEnding(lifecycle)) return undefined;
  const { status, date, replacedBy } = lifecycle;
  const stopped = status === 'stopped' ? date : undefined;
  return dataLiteral({ deprecated: date, stopped, replacedBy }, 4, 12);
}

function exampleList(examples: readonly { name: Code; data: Code }[]): Code {
  const items = examples.map(
    ({ name, data }) => code`      [\n        ${name},\n        ${data},\n      ],\n`,
  );
  return code`[\n${join(items, '')}    ]`;
}
