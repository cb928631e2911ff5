import type { Model } from '../../model/index.js';
import type { EmittedFile } from '../emitted-file.js';
import { code, identifier, join, stringLiteral, type Code } from '../encode/index.js';
import { header, specifier } from '../header.js';
import { structsByName } from '../json-schema.js';
import type { OperationSchemas } from '../schemas.js';
import type { Templates } from '../templates.js';
import { compileValidator, type ValidatorSource } from './compile.js';
import { factsOf, type FactsContext } from './facts.js';
import { guardsOf } from './guards.js';
import { predicateSchemas, sharedQuerySchemas } from './predicates.js';
import { emitServiceFacts } from './service.js';
import { emitTexts } from './texts.js';

/** The module of the predicates of a query without parameters of its own. */
const sharedQuery = '/runtime/query';

/** The compiled validators with their declarations, what examines and words, an index and type guards. */
export function emitValidators(
  model: Model,
  schemas: ReadonlyMap<string, OperationSchemas>,
  templates: Templates,
): EmittedFile[] {
  const { operations } = model;
  const context: FactsContext = {
    model,
    enums: new Map(model.enums.map((item) => [item.name, item])),
    structs: structsByName(model),
  };
  const shared = sharedQuerySchemas(context);
  const passedOn = { from: `..${sharedQuery}.js`, names: Object.keys(shared) };
  const sources = new Map<string, ValidatorSource>([[sharedQuery, { schemas: shared }]]);
  for (const operation of operations) {
    const published = schemas.get(operation.path);
    if (published === undefined) continue;
    sources.set(operation.path, {
      schemas: predicateSchemas(operation, published, context),
      ...(operation.query.length === 0 ? { passedOn } : {}),
      facts: JSON.stringify(factsOf(operation, context)),
    });
  }
  const compiled = [...sources].map(([path, source]) => ({
    path: `validators${path}.js`,
    text: compileValidator(source),
  }));
  const modules = operations.map(({ id, path }) => ({
    name: identifier(id),
    from: specifier(`.${path}.js`),
    path: stringLiteral(path),
    parts: partsOf(identifier(id)),
  }));
  const data = { header, modules, guards: guardsOf(operations) };
  return [
    ...templates.folder('validators').map(({ name, text }) => ({
      path: `validators/runtime/${name}`,
      text: `${header}\n\n${fromValidatorsRuntime(text)}`,
    })),
    { path: 'validators/index.ts', text: templates.render('validators-index.hbs', data) },
    { path: 'validators/guards.ts', text: templates.render('validators-guards.hbs', data) },
    emitServiceFacts(model),
    ...operations.map((operation) => emitTexts(operation, context)),
    ...compiled,
    ...compiled.map(({ path }) => ({
      path: path.replace(/\.js$/, '.d.ts'),
      text: templates.render(
        path.includes(sharedQuery) ? 'validator-query.d.ts.hbs' : 'validator.d.ts.hbs',
        { header },
      ),
    })),
  ];
}

/** What a validator has, in an object of its own: reading it from a module's namespace is slower. */
function partsOf(name: Code): Code {
  const parts = ['query', 'request', 'response', 'lenient', 'facts'].map(
    (part) => code`    ${identifier(part)}: ${name}.${identifier(part)},\n`,
  );
  return code`{\n${join(parts, '')}  }`;
}

/** The validators stand beside the client, from whose runtime they take what both need. */
function fromValidatorsRuntime(text: string): string {
  return text.replaceAll("from '../runtime/", "from '../../client/runtime/");
}
