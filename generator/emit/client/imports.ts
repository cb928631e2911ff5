import { sortBy } from '../../model/index.js';
import { code, fits, identifier, join, stringLiteral, type Code } from '../encode/index.js';

/** An import of names, each a value or `type Name`, as the formatter would print it. */
export function importLine(names: readonly string[], from: string): Code {
  const allTypes = names.every((name) => name.startsWith('type '));
  const bare = names.map((name) => {
    const safe = identifier(name.replace(/^type /, ''));
    return name.startsWith('type ') && !allTypes ? code`type ${safe}` : safe;
  });
  const keyword = allTypes ? code`import type` : code`import`;
  const flat = code`${keyword} { ${join(bare, ', ')} } from ${stringLiteral(from)};`;
  if (fits(flat)) return flat;
  return code`${keyword} {\n${join(
    bare.map((name) => code`  ${name},\n`),
    '',
  )}} from ${stringLiteral(from)};`;
}

/** Imports by their specifiers, in the order of these. */
export function importLines(imports: ReadonlyMap<string, readonly string[]>): Code {
  const lines = sortBy(imports, ([from]) => from).map(([from, names]) => importLine(names, from));
  return join(lines, '\n');
}
