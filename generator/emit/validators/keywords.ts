import { _, type CodeKeywordDefinition, type KeywordCxt, type Name } from 'ajv';

/**
 * The keywords that are not JSON Schema's own, or that ajv would compile to slow code; all as code
 * without any import. A text is counted only where its length leaves a doubt: it has at most as many
 * characters as UTF-16 units, and at most three bytes for each.
 */
export const keywords: readonly CodeKeywordDefinition[] = [
  counting('x-msdk-max-bytes', ['string', 'object'], (context, limit) => {
    const text = jsonText(context);
    return _`${text}.length > ${limit} || (${text}.length * 3 > ${limit} && ${bytes(context, text)} > ${limit})`;
  }),
  counting('x-msdk-min-bytes', ['string', 'object'], (context, limit) => {
    const text = jsonText(context);
    return _`${text}.length * 3 < ${limit} || (${text}.length < ${limit} && ${bytes(context, text)} < ${limit})`;
  }),
  counting('maxLength', ['string'], ({ data }, limit) => {
    if (limit === 0) return _`${data} !== ""`;
    return _`${data}.length > ${limit} && Array.from(${data}).length > ${limit}`;
  }),
  counting('minLength', ['string'], ({ data }, limit) => {
    if (limit <= 1) return _`${data}.length < ${limit}`;
    return _`${data}.length < ${limit} || (${data}.length < ${2 * limit} && Array.from(${data}).length < ${limit})`;
  }),
  counting('x-msdk-mask', ['number'], ({ data }, bits) => {
    return _`${data} < 0 || ${data} > 2147483647 || (${data} & ${~bits}) !== 0`;
  }),
];

/** The keywords of {@link keywords} that ajv has its own code for. */
export const replaced: readonly string[] = ['maxLength', 'minLength'];

function counting(
  keyword: string,
  type: ('string' | 'object' | 'number')[],
  fails: (context: KeywordCxt, limit: number) => ReturnType<typeof _>,
): CodeKeywordDefinition {
  return {
    keyword,
    type,
    schemaType: 'number',
    code(context: KeywordCxt): void {
      context.fail(fails(context, Number(context.schema)));
    },
    error: { message: '' },
  };
}

/** A text itself, and the JSON text of an object. */
function jsonText({ gen, data }: KeywordCxt): Name {
  return gen.const('text', _`typeof ${data} == "string" ? ${data} : JSON.stringify(${data})`);
}

/** The same as {@link counter}, where ajv runs its code at once. */
function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Counts into memory that is kept: making an array for each text would take most of the time. */
const counter = _`((encoder, memory) => (text) => text.length * 3 > memory.length ? encoder.encode(text).length : encoder.encodeInto(text, memory).written)(new TextEncoder(), new Uint8Array(4096))`;

function bytes({ gen }: KeywordCxt, text: Name): ReturnType<typeof _> {
  const count = gen.scopeValue('func', { ref: countBytes, key: 'bytes', code: counter });
  return _`${count}(${text})`;
}
