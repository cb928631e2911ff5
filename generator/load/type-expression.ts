/** The types that need no definition. */
export const primitives = ['string', 'int', 'number', 'bool', 'object', 'json'] as const;
export type Primitive = (typeof primitives)[number];

/** A type as the catalogue writes it: `string`, `QqFriend[]`, `Score{}`, `Report | Report[]`. */
export type TypeExpression =
  | { readonly kind: 'primitive'; readonly name: Primitive }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'array' | 'map'; readonly of: TypeExpression }
  | { readonly kind: 'union'; readonly of: readonly TypeExpression[] };

/** Reads a type expression; its form has been accepted by the catalogue's schema. */
export function parseType(text: string): TypeExpression {
  const parts = text.split(' | ').map(parseSingle);
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : { kind: 'union', of: parts };
}

function parseSingle(text: string): TypeExpression {
  if (text.endsWith('[]')) return { kind: 'array', of: parseSingle(text.slice(0, -2)) };
  if (text.endsWith('{}')) return { kind: 'map', of: parseSingle(text.slice(0, -2)) };
  const primitive = primitives.find((name) => name === text);
  return primitive === undefined
    ? { kind: 'named', name: text }
    : { kind: 'primitive', name: primitive };
}

/** The names that a type expression refers to. */
export function namesIn(type: TypeExpression): readonly string[] {
  switch (type.kind) {
    case 'primitive':
      return [];
    case 'named':
      return [type.name];
    case 'union':
      return type.of.flatMap(namesIn);
    default:
      return namesIn(type.of);
  }
}
