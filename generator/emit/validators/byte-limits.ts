import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';

/**
 * The keywords that count bytes of UTF-8, as code without any import: those of a text, or of the JSON
 * text of an object.
 */
export const byteLimits: readonly CodeKeywordDefinition[] = [
  keyword('x-msdk-max-bytes', '>'),
  keyword('x-msdk-min-bytes', '<'),
];

function keyword(name: string, fails: '>' | '<'): CodeKeywordDefinition {
  return {
    keyword: name,
    type: ['string', 'object'],
    schemaType: 'number',
    code(context: KeywordCxt): void {
      const limit = Number(context.schema);
      const text = _`(typeof ${context.data} == "string" ? ${context.data} : JSON.stringify(${context.data}))`;
      const bytes = _`new TextEncoder().encode(${text}).length`;
      context.fail(fails === '>' ? _`${bytes} > ${limit}` : _`${bytes} < ${limit}`);
    },
    error: {
      message: '',
      params: ({ schema }) => _`{limit: ${Number(schema)}}`,
    },
  };
}
