import type { FuncKeywordDefinition } from 'ajv';

/** The catalogue's keywords for bytes, as ajv takes them: those of a text, or of an object's JSON text. */
export const byteKeywords: readonly FuncKeywordDefinition[] = [
  counting('x-msdk-max-bytes', (bytes, limit) => bytes <= limit),
  counting('x-msdk-min-bytes', (bytes, limit) => bytes >= limit),
];

function counting(
  keyword: string,
  holds: (bytes: number, limit: number) => boolean,
): FuncKeywordDefinition {
  return {
    keyword,
    type: ['string', 'object'],
    schemaType: 'number',
    validate: (limit: number, value: unknown) =>
      holds(Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value)), limit),
  };
}
