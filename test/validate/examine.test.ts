/**
 * The law: a compiled predicate accepts just where the examination finds no error, and a spotless one
 * just where it finds nothing at all; and ajv, reading the published schemas, agrees.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { byteKeywords } from '../support/byte-keywords.js';
import type { Operation } from '../../generator/model/index.js';
import { examineQuery } from '../../templates/validators/examine-query.js';
import { examine } from '../../templates/validators/examine.js';
import type { OperationFacts, Part } from '../../templates/validators/facts.js';
import { mutationsOf, type Json } from '../support/broken-facts.js';
import { specModel } from '../support/catalogue.js';
import { exampleSamples } from '../support/exchanges.js';
import { jsonValue } from '../support/json-texts.js';
import { anyForm, loosened, replyMembersOf } from '../support/loosened.js';

type Predicates = Record<string, (value: unknown) => boolean> & { readonly facts: string };

const parts: readonly Part[] = ['query', 'request', 'response', 'lenient'];
const spotless = {
  query: 'spotlessQuery',
  request: 'spotlessRequest',
  response: 'spotlessResponse',
  lenient: 'spotlessLenient',
} as const;
const schemaFiles = {
  request: 'request',
  response: 'response',
  lenient: 'response.lenient',
} as const;

function ajvFor(path: string): Partial<Record<Part, ValidateFunction>> {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const keyword of byteKeywords)
    if (String(keyword.keyword).startsWith('x-')) ajv.addKeyword(keyword);
  const compiled = Object.entries(schemaFiles).flatMap(([part, file]) => {
    try {
      const text = readFileSync(`generated/schemas${path}.${file}.json`, 'utf8');
      return [[part, ajv.compile(JSON.parse(text) as object)] as const];
    } catch (error) {
      // An endpoint that takes no body has no schema of one.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
  return Object.fromEntries(compiled);
}

/** Values that are nearly right: examples, examples with a fact broken, and those written loosely. */
function nearlyRight(operation: Operation, part: Part): unknown[] {
  const own = exampleSamples.filter(({ endpoint }) => endpoint === operation.path);
  if (part === 'query') {
    return own.flatMap(({ query }) => [
      query,
      ...mutationsOf(operation.query, query).map(({ payload }) => payload),
      { ...query, encode: '3', conn: '7', timestamp: '-1', msdkExtInfo: 'ä', openid: '' },
      { ...query, conn: '01', ishttps: ' 1', sig: '', appid: '' },
    ]);
  }
  const members = part === 'request' ? operation.request : replyMembersOf(operation);
  return own.flatMap(({ request, response }) => {
    const example = part === 'request' ? (request ?? {}) : response;
    return [example, ...mutationsOf(members, example).map(({ payload }) => payload)];
  });
}

/** An example with some values in other forms, or with one replaced by anything. */
function changed(operation: Operation, part: Part): fc.Arbitrary<unknown> {
  const own = exampleSamples.filter(({ endpoint }) => endpoint === operation.path);
  const examples = own.map(({ query, request, response }): Json => {
    if (part === 'query') return query;
    return part === 'request' ? (request ?? {}) : response;
  });
  const members =
    part === 'query'
      ? operation.query
      : part === 'request'
        ? operation.request
        : replyMembersOf(operation);
  const names = fc.constantFrom(...members.map(({ name }) => name), 'other');
  const value = fc.oneof(
    jsonValue,
    fc.constantFrom<unknown>('', '0', '1', '-1', '007', 0, 1, -1, 1.5, 2 ** 31, 2 ** 53, 1e300),
    fc.constantFrom<unknown>(null, [], {}, [{}], '[]', '{}', true, 'é'.repeat(300), [[[]]]),
  );
  return fc
    .tuple(fc.constantFrom(...examples), fc.array(fc.nat(1000)), fc.array(fc.tuple(names, value)))
    .map(([example, choices, replaced]): unknown => {
      let at = 0;
      const choose = <T>(options: readonly T[]): T => {
        const choice = choices[at++] ?? 0;
        return options[choice % 3 === 0 ? 0 : choice % options.length] as T;
      };
      const loose = loosened(example, members, anyForm, choose);
      return JSON.parse(JSON.stringify({ ...loose, ...Object.fromEntries(replaced.slice(0, 2)) }));
    });
}

describe.each(specModel().operations.map((operation) => [operation.path, operation] as const))(
  '%s',
  (path, operation) => {
    let predicates: Predicates;
    let facts: OperationFacts;
    let schemas: ReturnType<typeof ajvFor>;
    beforeAll(async () => {
      const file = pathToFileURL(resolve(`generated/validators${path}.js`)).href;
      predicates = (await import(file)) as Predicates;
      facts = JSON.parse(predicates.facts) as OperationFacts;
      schemas = ajvFor(path);
    });

    const agree = (part: Part, value: unknown): void => {
      const options = { warnings: true, most: 1000 };
      const details =
        part === 'query'
          ? examineQuery(facts, value, options)
          : examine(facts, part, value, options);
      const shown = (): string => `${part} ${JSON.stringify(value)}: ${JSON.stringify(details)}`;
      const isRight = details.every(({ severity }) => severity !== 'error');
      expect(predicates[part]?.(value), shown()).toBe(isRight);
      expect(predicates[spotless[part]]?.(value), shown()).toBe(details.length === 0);
      const schema = schemas[part];
      if (schema !== undefined) expect(schema(value), shown()).toBe(isRight);
    };

    it.each(parts)('its %s is held alike by all', (part) => {
      for (const value of nearlyRight(operation, part)) agree(part, value);
      fc.assert(
        fc.property(fc.oneof(changed(operation, part), jsonValue), (value) => agree(part, value)),
        { numRuns: 40 },
      );
    });
  },
);
