declare const encoded: unique symbol;

/**
 * A piece of TypeScript or JSON that is safe to stand in an emitted file. Only the functions of this
 * folder make one, so that a raw string of the catalogue cannot reach the output: it does not compile.
 */
export type Code = string & { readonly [encoded]: 'code' };

/** A text that is safe inside a doc comment. */
export type DocText = string & { readonly [encoded]: 'doc' };

/** Thrown when a name that the checks should have refused reaches an encoder. */
export class UnsafeName extends Error {
  override name = 'UnsafeName';
}

/** A name as an identifier. Throws {@link UnsafeName} where it is none. */
export function identifier(name: string): Code {
  if (!/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) || name === '__proto__')
    throw new UnsafeName(`${JSON.stringify(name)} is not an identifier`);
  return name as Code;
}

/** A name as a property's key: bare where it may be, quoted elsewhere; computed where a quoted one would set the prototype. */
export function propertyKey(name: string): Code {
  if (name === '__proto__') return "['__proto__']" as Code;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? (name as Code) : stringLiteral(name);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Characters that end a line, hide, or turn the direction of what follows; `<` before `/` or `!` ends a script. */
const unsafe =
  /[\\\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]|<(?=[/!])/gu;

/** A text as a string literal, in the quotes that need fewer escapes. */
export function stringLiteral(value: string): Code {
  const body = value.replace(unsafe, escapeUnit);
  const single = (body.match(/'/g) ?? []).length;
  const double = (body.match(/"/g) ?? []).length;
  return (
    single > double ? `"${body.replaceAll('"', '\\"')}"` : `'${body.replaceAll("'", "\\'")}'`
  ) as Code;
}

function escapeUnit(unit: string): string {
  return escapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A finite number as a literal. */
export function numberLiteral(value: number): Code {
  if (!Number.isFinite(value)) throw new UnsafeName(`${value} is not a finite number`);
  return (Object.is(value, -0) ? '0' : String(value)) as Code;
}

/** A whole number's or a string's literal. */
export function scalarLiteral(value: string | number | boolean): Code {
  if (typeof value === 'string') return stringLiteral(value);
  if (typeof value === 'number') return numberLiteral(value);
  return String(value) as Code;
}

/** A pattern as the literal of a regular expression over characters. Throws where it is none. */
export function patternLiteral(pattern: string): Code {
  const literal = String(new RegExp(pattern, 'u'));
  return literal.replace(
    /[^ -~]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  ) as Code;
}

/** Pieces joined; what joins them is the generator's own text, never the catalogue's. */
export function join(pieces: readonly Code[], separator: string): Code {
  return pieces.join(separator) as Code;
}

/** A template of the generator's own text with encoded pieces in it. */
export function code(strings: TemplateStringsArray, ...pieces: readonly Code[]): Code {
  return strings.reduce((text, part, index) => text + (pieces[index - 1] ?? '') + part) as Code;
}
