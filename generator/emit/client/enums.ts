import type { Enum } from '../../model/index.js';
import {
  code,
  doc,
  docComment,
  docLines,
  docText,
  identifier,
  join,
  propertyKey,
  scalarLiteral,
  unionAlias,
  type Code,
  type DocText,
} from '../encode/index.js';
import { lifecycleLines, sourcesLine } from './docs.js';

/** An enumeration as a constant object, and a type that stays open where a value may yet come. */
export function enumStatements(enumeration: Enum): Code[] {
  const name = identifier(enumeration.name);
  const about = docLines(docText(enumeration.text.en), sourcesLine(enumeration.sources));
  return [
    code`${docComment(about)}\nexport const ${name} = ${objectOf(enumeration)} as const;\n`,
    code`${docComment(typeDoc(enumeration))}\n${unionAlias(name, valueTypes(enumeration))}`,
  ];
}

function typeDoc({ name, mask, closed }: Enum): DocText {
  const values = doc`{@link ${docText(name)}}`;
  if (mask) return doc`Values of ${values} joined by |.`;
  if (closed === undefined) return doc`A value of ${values}, or one not yet known.`;
  return doc`A value of ${values}; there are no others.`;
}

function objectOf({ values }: Enum): Code {
  const lines = values.map(({ name, value, text, lifecycle }) => {
    const about = docComment(docLines(docText(text.en), ...lifecycleLines(lifecycle)), 2);
    return code`${about}\n  ${propertyKey(name)}: ${scalarLiteral(value)},\n`;
  });
  return code`{\n${join(lines, '')}}`;
}

function valueTypes({ name, type, mask, closed }: Enum): Code[] {
  if (mask) return [code`number`];
  const known = code`(typeof ${identifier(name)})[keyof typeof ${identifier(name)}]`;
  if (closed !== undefined) return [known];
  return [known, type === 'int' ? code`(number & {})` : code`(string & {})`];
}
