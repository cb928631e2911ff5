import type { Model } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { identifier, stringLiteral } from '../encode/index.js';
import { header, specifier } from '../header.js';
import type { OperationSchemas } from '../schemas.js';
import type { Templates } from '../templates.js';

/** Compiles schemas to modules, wherever that is best done. */
export type CompileValidators = (
  schemas: ReadonlyMap<string, OperationSchemas>,
) => Promise<EmittedFile[]>;

const declarations = `import type { Validator } from '../findings.js';
/** The request's body, strictly. */
export const request: Validator;
/** The reply, strictly. */
export const response: Validator;
/** The reply, by the rules of lenient reading. */
export const lenient: Validator;
`;

/** The compiled validators, an index that finds them by path, and their declarations. */
export async function emitValidators(
  model: Model,
  schemas: ReadonlyMap<string, OperationSchemas>,
  templates: Templates,
  compile: CompileValidators,
): Promise<EmittedFile[]> {
  const compiled = await compile(schemas);
  const modules = model.operations.map(({ id, path }) => ({
    name: identifier(id),
    from: specifier(`.${path}.js`),
    path: stringLiteral(path),
  }));
  const paths = model.operations.map(({ path }) => stringLiteral(path));
  return [
    ...templates
      .folder('validators')
      .map(({ name, text }) => ({ path: `validators/${name}`, text })),
    {
      path: 'validators/index.js',
      text: templates.render('validators-index.js.hbs', { header, modules }),
    },
    {
      path: 'validators/index.d.ts',
      text: templates.render('validators-index.d.ts.hbs', { header, paths }),
    },
    ...compiled.map(({ path, text }) => ({ path, text: `${header}\n${text}` })),
    ...compiled.map(({ path }) => ({
      path: path.replace(/\.js$/, '.d.ts'),
      text: `${header}\n\n${declarations}`,
    })),
  ];
}
