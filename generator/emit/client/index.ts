import type { Model, Struct } from '../../model/index.js';
import { camelCase, pascalCase, sortBy } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { code, identifier, join, stringLiteral, type Code } from '../encode/index.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';
import { enumStatements } from './enums.js';
import { emitErrorTables } from './error-tables.js';
import { importLine } from './imports.js';
import { emitModule } from './modules.js';
import { emitOperation } from './operations.js';
import { createPrinter, type Printer } from './printer.js';
import { structShape } from './shapes.js';
import { structInterface } from './structs.js';
import { emitMeanings } from './meanings.js';
import { Imports } from './types.js';

/** The typed client: runtime, enumerations, structs, error tables, endpoints, modules, and the one index. */
export function emitClient(model: Model, templates: Templates): EmittedFile[] {
  const printer = createPrinter();
  const enums = new Map(model.enums.map((item) => [item.name, item]));
  return [
    ...templates
      .folder('runtime')
      .map(({ name, text }) => ({ path: `client/runtime/${name}`, text: `${header}\n${text}` })),
    ...model.enums.map((item) =>
      printer.print(`client/enums/${item.name}.ts`, enumStatements(item)),
    ),
    ...emitStructs(model, printer, enums),
    ...emitErrorTables(model.tables, printer),
    ...emitMeanings(model.tables, templates),
    ...model.operations.map((operation) => emitOperation(operation, { enums, printer, templates })),
    ...model.modules.map((module) => emitModule(module, templates)),
    emitIndex(model, templates),
  ];
}

/** One file for each struct that several entries may use: its interface and how it is read. */
function emitStructs(
  model: Model,
  printer: Printer,
  enums: ReadonlyMap<string, Model['enums'][number]>,
): EmittedFile[] {
  return model.structs.map((struct: Struct) => {
    const imports = new Imports();
    const declaration = structInterface(struct, enums, imports);
    const [shape, shapes] = structShape(struct, [], enums);
    imports.structs.delete(struct.name);
    const lines: Code[] = [
      ...sortBy(imports.enums, (name) => name).map((name) =>
        importLine([`type ${name}`], `../enums/${name}.js`),
      ),
      importLine(['type Members'], '../runtime/index.js'),
      ...sortBy(new Set([...imports.structs, ...shapes]), (name) => name)
        .filter((name) => name !== struct.name)
        .map((name) => importLine([camelCase(name), `type ${name}`], `./${name}.js`)),
    ];
    return printer.print(`client/types/${struct.name}.ts`, [
      code`${join(lines, '\n')}\n`,
      declaration,
      code`/** How a {@link ${identifier(struct.name)}} is read. */\nexport const ${identifier(camelCase(struct.name))}: Members = ${shape};`,
    ]);
  });
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
