import { code, identifier, join, stringLiteral, type Code } from '../encode/index.js';
import { header } from '../header.js';
import { PredicateWriter } from './predicate-writer.js';
import type { PredicateSchemas } from './predicates.js';

/** What the module of one endpoint is made from. */
export interface ValidatorSource {
  readonly schemas: PredicateSchemas;
  /** A module of ours whose predicates are passed on, and their names. */
  readonly passedOn?: { readonly from: string; readonly names: readonly string[] };
  /** The endpoint's facts as JSON text. */
  readonly facts?: string;
}

/** Compiles predicates to a module of plain ESM that needs nothing but its like, and no code from strings. */
export function compileValidator({ schemas, passedOn, facts }: ValidatorSource): Code {
  const writer = new PredicateWriter();
  const names = new Map<string, Code>();
  const exported = Object.entries(schemas).map(([name, schema]) => {
    const id = String(schema['$id']);
    const own = names.get(id) ?? writer.predicate(name, schema);
    names.set(id, own);
    return own === name ? own : code`${own} as ${identifier(name)}`;
  });
  return join(
    [
      header,
      writer.text,
      code`export { ${join(exported, ', ')} };`,
      ...(passedOn === undefined
        ? []
        : [
            code`export { ${join(passedOn.names.map(identifier), ', ')} } from ${stringLiteral(passedOn.from)};`,
          ]),
      ...(facts === undefined ? [] : [code`export const facts = ${stringLiteral(facts)};`]),
      code``,
    ],
    '\n',
  );
}
