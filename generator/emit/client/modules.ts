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
      importLine([id, `type ${typeName}Request`, `type ${typeName}Response`], `./${file}.js`),
    ),
    importLine(['type CallOptions', 'type Client'], '../runtime/index.js'),
  ];
  const data = {
    header,
    imports: join(imports, '\n'),
    type: identifier(`${pascalCase(module.name)}Client`),
    make: identifier(`${module.name}Client`),
    module: docText(module.name),
    methods: module.operations.map((operation) => ({
      doc: methodDoc(operation),
      signature: signature(operation),
      binding: binding(operation),
    })),
    files: module.operations.map(({ file }) => ({ from: stringLiteral(`./${file}.js`) })),
  };
  return {
    path: `client/${module.name}/index.ts`,
    text: templates.render('module-client.hbs', data),
  };
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
  const flat = code`  ${name}(request: ${request}, options?: CallOptions): Promise<${response}>;`;
  if (fits(flat)) return flat;
  return code`  ${name}(\n    request: ${request},\n    options?: CallOptions,\n  ): Promise<${response}>;`;
}

function binding({ method, id }: Operation): Code {
  const [name, call] = [identifier(method), identifier(id)];
  const flat = code`    ${name}: (request, options) => ${call}(client, request, options),`;
  if (fits(flat)) return flat;
  return code`    ${name}: (request, options) =>\n      ${call}(client, request, options),`;
}
