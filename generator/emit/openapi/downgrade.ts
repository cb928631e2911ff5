import type { Schema } from '../json-schema.js';

/**
 * The same document as OpenAPI 3.0.3: `$ref` stands alone, `const` becomes an enum, `anyOf` with an
 * untyped branch an object, and a licence has no identifier. What 3.0 readers stumble over is left out.
 */
export function downgrade(document: Schema): Schema {
  const { info, ...rest } = walk(document) as { info: Record<string, unknown> };
  const { license: _, ...plain } = info;
  return { ...rest, openapi: '3.0.3', info: { ...plain, license: { name: 'MIT' } } };
}

function walk(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  if (typeof schema['$ref'] === 'string' && Object.keys(schema).length > 1) {
    const { $ref, ...beside } = schema;
    return { ...(walk(beside) as object), allOf: [{ $ref }] };
  }
  if (key === 'value') return value; // an example is data
  const entries = Object.entries(schema).map(([name, item]) => [name, walk(item, name)]);
  return Object.fromEntries(entries) as unknown;
}
