import type { Schema } from '../json-schema.js';
import { LazyEntries, type Document } from './print.js';

/**
 * The same document as OpenAPI 3.0.3, where a `$ref` stands alone and a licence has no identifier.
 * Extensions and examples are data and stay as they are.
 */
export function downgrade(document: Document): Document {
  const entries = Object.entries(document).map(([key, value]) => {
    if (key === 'openapi') return [key, '3.0.3'];
    if (!(value instanceof LazyEntries)) return [key, walk(value)];
    const older = new LazyEntries(function* () {
      for (const [name, item] of value) yield [name, walk(item)] as const;
    });
    return [key, older];
  });
  const { info, ...rest } = Object.fromEntries(entries) as { info: Schema };
  const { license: _, ...about } = info;
  return { openapi: '3.0.3', info: { ...about, license: { name: 'MIT' } }, ...rest };
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as Schema;
  if (typeof schema['$ref'] === 'string' && Object.keys(schema).length > 1) {
    const { $ref, ...beside } = schema;
    return { ...(walk(beside) as object), allOf: [{ $ref }] };
  }
  const isMediaType = Object.hasOwn(schema, 'schema') && Object.hasOwn(schema, 'examples');
  const entries = Object.entries(schema).map(([name, item]) => {
    const isData = name.startsWith('x-') || (isMediaType && name === 'examples');
    return [name, isData ? item : walk(item)];
  });
  return Object.fromEntries(entries) as unknown;
}
