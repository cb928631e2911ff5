import type { Model } from '../../model/index.js';
import { pascalCase } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { identifier, stringLiteral } from '../encode/index.js';
import { structsByName } from '../json-schema.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';
import { enumStatements } from './enums.js';
import { emitEnvironments } from './environments.js';
import { emitErrorTables } from './error-tables.js';
import { emitModule } from './modules.js';
import { emitOperation } from './operations.js';
import { createPrinter } from './printer.js';
import { emitStruct } from './structs.js';
import { emitMeanings } from './meanings.js';

/** The hand-written parts of the client, which are copied as they stand. */
const runtimeFolders = ['runtime', 'runtime/helpers', 'runtime/transport'] as const;

/** The typed client: runtime, enumerations, structs, error tables, endpoints, modules, and the one index. */
export function emitClient(model: Model, templates: Templates): EmittedFile[] {
  const printer = createPrinter();
  const enums = new Map(model.enums.map((item) => [item.name, item]));
  const structs = new Map(model.structs.map((item) => [item.name, item]));
  const context = {
    enums,
    structs: structsByName(model),
    secretNames: secretNamesOf(model),
    printer,
    templates,
  };
  return [
    ...runtimeFolders.flatMap((folder) =>
      templates.folder(folder).map(({ name, text }) => ({
        path: `client/${folder}/${name}`,
        text: `${header}\n\n${text}`,
      })),
    ),
    emitEnvironments(model, templates),
    ...model.enums.map((item) =>
      printer.print(`client/enums/${item.name}.ts`, enumStatements(item)),
    ),
    ...model.structs.map((struct) => emitStruct(struct, structs, enums, printer)),
    ...emitErrorTables(model.tables, printer),
    ...emitMeanings(model.tables, templates),
    ...model.operations.map((operation) => emitOperation(operation, context)),
    ...model.modules.map((module) => emitModule(module, templates)),
    emitIndex(model, templates),
  ];
}

/** The names by which the catalogue knows secrets that travel in requests. */
function secretNamesOf({ service }: Model): ReadonlySet<string> {
  const travelling = service.secrets.filter(({ where }) =>
    where.some((place) => place === 'query' || place === 'request'),
  );
  return new Set(travelling.map(({ name }) => name));
}

function emitIndex(model: Model, templates: Templates): EmittedFile {
  const modules = model.modules.map(({ name }) => ({
    name: identifier(name),
    type: identifier(`${pascalCase(name)}Client`),
    make: identifier(`${name}Client`),
    from: stringLiteral(`./${name}/index.js`),
  }));
  const files = [
    ...model.enums.map(({ name }) => `./enums/${name}.js`),
    ...model.structs.map(({ name }) => `./types/${name}.js`),
    ...model.tables.map(({ id }) => `./errors/${id}.js`),
  ].map((from) => ({ from: stringLiteral(from) }));
  return {
    path: 'client/index.ts',
    text: templates.render('client-index.hbs', { header, modules, files }),
  };
}
