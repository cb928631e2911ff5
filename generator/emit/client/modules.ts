import type { EmittedFile } from '../emitted-file.js';
import { pascalCase, type Module, type Operation } from '../../model/index.js';
import {
  code,
  doc,
  docComment,
  docLines,
  docText,
  fits,
  identifier,
  join,
  stringLiteral,
  type Code,
} from '../encode/index.js';
import { header } from '../header.js';
import type { Templates } from '../templates.js';
import { lifecycleLines } from './docs.js';
import { importLine } from './imports.js';

/** One file for each module: a client object with a method for each endpoint. */
export function emitModule(module: Module, templates: Templates): EmittedFile {
  const imports = [
    ...module.operations.map(({ id, typeName, file }) =>
      importLine(
        [id, ...['ErrorCode', 'Request', 'Response'].map((part) => `type ${typeName}${part}`)],
        `./${file}.js`,
      ),
    ),
    importLine(
      ['type Call', 'type CallOptions', 'type Callable', 'type Client', 'type Platform'],
      '../runtime/index.js',
    ),
  ];
  const data = {
    header,
    imports: join(imports, '\n'),
    type: identifier(`${pascalCase(module.name)}Client`),
    module: docText(module.name),
    opening: makerOpening(module),
    endpoints: identifier(`${pascalCase(module.name)}Endpoints`),
    platforms: identifier(`${pascalCase(module.name)}Platforms`),
    methods: module.operations.map((operation) => ({
      doc: methodDoc(operation),
      signature: signature(operation),
      binding: binding(operation),
      name: identifier(operation.method),
      served: join(operation.platforms.map(stringLiteral), ' | '),
    })),
    files: module.operations.map(({ file }) => ({ from: stringLiteral(`./${file}.js`) })),
  };
  return {
    path: `client/${module.name}/index.ts`,
    text: templates.render('module-client.hbs', data),
  };
}

/** The head of the function that binds a module. */
function makerOpening({ name }: Module): Code {
  const [make, type] = [identifier(`${name}Client`), identifier(`${pascalCase(name)}Client`)];
  const head = code`export function ${make}<Served extends Platform>(`;
  const flat = code`${head}client: Client<Served>): ${type}<Served> {`;
  return fits(flat) ? flat : code`${head}\n  client: Client<Served>,\n): ${type}<Served> {`;
}

function methodDoc({ id, title, lifecycle }: Operation): Code {
  return docComment(
    docLines(
      docText(`${title.en}.`),
      doc`@see {@link ${docText(id)}}`,
      ...lifecycleLines(lifecycle),
    ),
    2,
  );
}

function signature({ method, typeName }: Operation): Code {
  const name = identifier(method);
  const request = identifier(`${typeName}Request`);
  const response = identifier(`${typeName}Response`);
  const gives = code`Call<${response}, ${identifier(`${typeName}ErrorCode`)}>`;
  const flat = code`  ${name}(request: ${request}, options?: CallOptions): ${gives};`;
  if (fits(flat)) return flat;
  return code`  ${name}(\n    request: ${request},\n    options?: CallOptions,\n  ): ${gives};`;
}

function binding({ method, id }: Operation): Code {
  const [name, call] = [identifier(method), identifier(id)];
  const flat = code`    ${name}: (request, options) => ${call}(any, request, options),`;
  if (fits(flat)) return flat;
  return code`    ${name}: (request, options) =>\n      ${call}(any, request, options),`;
}
