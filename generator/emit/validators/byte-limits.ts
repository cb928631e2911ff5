import { _, type CodeKeywordDefinition, type KeywordCxt } from 'ajv';

/** The keywords that count a text's bytes of UTF-8, as code without any import. */
export const byteLimits: readonly CodeKeywordDefinition[] = [
  keyword('x-msdk-max-bytes', '>'),
  keyword('x-msdk-min-bytes', '<'),
];

function keyword(name: string, fails: '>' | '<'): CodeKeywordDefinition {
  return {
    keyword: name,
    type: 'string',
    schemaType: 'number',
    code(context: KeywordCxt): void {
      const limit = Number(context.schema);
      const bytes = _`new TextEncoder().encode(${context.data}).length`;
      context.fail(fails === '>' ? _`${bytes} > ${limit}` : _`${bytes} < ${limit}`);
    },
    error: {
      message: '',
      params: ({ schema }) => _`{limit: ${Number(schema)}}`,
    },
  };
}
