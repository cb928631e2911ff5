import { StructureKind, type InterfaceDeclarationStructure } from 'ts-morph';
import type { EmittedFile } from '../emitted-file.js';
import {
  camelCase,
  tableConstant,
  type Enum,
  isEnding,
  type Operation,
} from '../../model/index.js';
import {
  code,
  dataLiteral,
  doc,
  docComment,
  docLines,
  docText,
  fits,
  identifier,
  join,
  nameList,
  stringLiteral,
  unionAlias,
  type Code,
} from '../encode/index.js';
import type { Templates } from '../templates.js';
import { docs, lifecycleLines, limitLine, sourcesLine } from './docs.js';
import { inputMembers, inputSchema, secretsOf, type InputContext } from './input.js';
import { importLines } from './imports.js';
import type { Printer, Statement } from './printer.js';
import { shapeCode } from './shapes.js';
import { property, structInterface } from './structs.js';
import { Imports } from './types.js';

/** What the emitter of an operation needs to know beside it. */
export interface OperationContext extends InputContext {
  readonly printer: Printer;
  readonly templates: Templates;
}

/** One file for each endpoint: its types, its description as data, and the function that calls it. */
export function emitOperation(operation: Operation, context: OperationContext): EmittedFile {
  const imports = new Imports();
  const { enums } = context;
  const own = operation.structs.map((struct) => structInterface(struct, enums, imports));
  const request = requestInterface(operation, enums, imports);
  const response = responseInterface(operation, enums, imports);
  const declarations: Statement[] = [
    ...own,
    request,
    response,
    code`${docComment(doc`A code that the endpoint is documented to answer with.`)}\n`,
    unionAlias(
      identifier(`${operation.typeName}ErrorCode`),
      operation.tables.map(({ name }) => identifier(name)),
    ),
  ];
  for (const { name } of operation.structs) imports.structs.delete(name);
  const [shape, shapeImports] = shapeCode(operation, enums);
  const data = {
    id: identifier(operation.id),
    operation: identifier(`${operation.id}Operation`),
    type: identifier(operation.typeName),
    opening: opening(operation),
    path: stringLiteral(operation.path),
    name: stringLiteral(`${operation.module}.${operation.method}`),
    method: stringLiteral(operation.httpMethod),
    effect: stringLiteral(operation.effect),
    idempotent: operation.idempotent,
    envelope: stringLiteral(operation.envelope),
    platforms: dataLiteral(operation.platforms, 2, 15),
    query: dataLiteral(
      operation.query.map(({ name }) => name),
      2,
      9,
    ),
    hasBody: operation.hasBody,
    body: dataLiteral(
      operation.request.map(({ name }) => name),
      2,
      8,
    ),
    repeats: dataLiteral(repeatsOf(operation), 2),
    input: dataLiteral(inputSchema(operation, context), 2),
    secrets: dataLiteral(secretsOf(operation, context), 2, 11),
    deprecated: deprecationOf(operation),
    shape,
    errors: nameList(
      operation.tables.map(({ id }) => identifier(tableConstant(id))),
      2,
      'errors: ',
    ),
    note: docComment(doc`{@link ${docText(operation.id)}} as data.`),
    summary: operationDoc(operation),
    clients: join(
      operation.platforms.map((platform) => code`Client<${stringLiteral(platform)}>`),
      ' | ',
    ),
  };
  return context.printer.print(`client${operation.path}.ts`, [
    importsOf(operation, imports, shapeImports),
    ...declarations,
    context.templates.render('operation.hbs', data),
  ]);
}

/** What the operation's constant says of its end, where one is announced. */
function deprecationOf({ lifecycle }: Operation): Code | undefined {
  if (lifecycle === undefined || !isEnding(lifecycle)) return undefined;
  const { date, replacedBy, text } = lifecycle;
  return dataLiteral({ date, replacedBy, text: text.en }, 2);
}

/** The beginning of the operation's constant. */
function opening({ id, typeName }: Operation): Code {
  const types = ['Request', 'Response', 'ErrorCode'].map((suffix) => identifier(typeName + suffix));
  const name = identifier(`${id}Operation`);
  const flat = code`export const ${name}: Operation<${join(types, ', ')}> = {`;
  if (fits(flat)) return flat;
  return code`export const ${name}: Operation<\n  ${join(types, ',\n  ')}\n> = {`;
}

function requestInterface(
  operation: Operation,
  enums: ReadonlyMap<string, Enum>,
  imports: Imports,
): InterfaceDeclarationStructure {
  const members = inputMembers(operation);
  const properties = members.map((member) => property(member, enums, imports));
  if (!members.some(({ name }) => name === 'openid'))
    properties.unshift({
      name: 'openid',
      hasQuestionToken: true,
      type: 'string | undefined',
      docs: docs(doc`The player's id within the game; travels in the query.`),
    });
  return {
    kind: StructureKind.Interface,
    name: identifier(`${operation.typeName}Request`),
    isExported: true,
    docs: docs(
      doc`What {@link ${docText(operation.id)}} takes.`,
      ...operation.limits.map(limitLine),
    ),
    properties,
  };
}

function responseInterface(
  operation: Operation,
  enums: ReadonlyMap<string, Enum>,
  imports: Imports,
): InterfaceDeclarationStructure {
  const text = operation.envelope;
  return {
    kind: StructureKind.Interface,
    name: identifier(`${operation.typeName}Response`),
    isExported: true,
    docs: docs(doc`What {@link ${docText(operation.id)}} gives.`),
    properties: [
      { name: 'ret', type: 'number', docs: docs(doc`0: the call succeeded.`) },
      {
        name: text,
        hasQuestionToken: true,
        type: 'string | undefined',
        docs: docs(doc`A text for people.`),
      },
      ...operation.response
        .filter(({ name }) => name !== 'ret' && name !== text && name !== 'msdkExtInfo')
        .map((member) => property(member, enums, imports)),
      {
        name: 'msdkExtInfo',
        hasQuestionToken: true,
        type: 'string | undefined',
        docs: docs(doc`What the request's msdkExtInfo said.`),
      },
    ],
  };
}

function repeatsOf({ request }: Operation): Record<string, string> {
  const entries = request.flatMap(({ name, repeats, type }) => {
    if (repeats === undefined) return [];
    return [[name, repeats === 'appid' && type.kind === 'int' ? 'numeric-appid' : repeats]];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function operationDoc(operation: Operation): Code {
  return docComment(
    docLines(
      docText(operation.text.en),
      ...operation.notes.map(({ text }) => doc`- ${docText(text.en)}`),
      sourcesLine(operation.sources),
      ...lifecycleLines(operation.lifecycle),
    ),
  );
}

function importsOf(
  operation: Operation,
  { structs, enums }: Imports,
  shapes: readonly string[],
): Code {
  const imports = new Map<string, string[]>([
    ['../runtime/index.js', ['type Call', 'type CallOptions', 'type Client', 'type Operation']],
  ]);
  for (const { id, name } of operation.tables)
    imports.set(`../errors/${id}.js`, [tableConstant(id), `type ${name}`]);
  for (const name of enums) imports.set(`../enums/${name}.js`, [`type ${name}`]);
  for (const name of new Set([...structs, ...shapes]))
    imports.set(`../types/${name}.js`, [
      ...(shapes.includes(name) ? [camelCase(name)] : []),
      ...(structs.has(name) ? [`type ${name}`] : []),
    ]);
  return importLines(imports);
}
