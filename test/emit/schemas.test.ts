import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { specModel } from '../support/catalogue.js';

type Schema = Record<string, unknown> & { $id: string };

const folder = 'generated/schemas';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
);
const schemas = files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema);

describe('the JSON Schemas', () => {
  it('are there for each endpoint: request, response strict and lenient', () => {
    const expected = specModel().operations.flatMap(({ path }) =>
      ['request', 'response', 'response.lenient'].map((part) => `${path.slice(1)}.${part}.json`),
    );
    expect([...files].sort()).toEqual(expected.sort());
  });

  it('are valid under the metaschema of 2020-12, each under an id of its own', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const schema of schemas) expect(ajv.validateSchema(schema), schema.$id).toBe(true);
    expect(new Set(schemas.map(({ $id }) => $id)).size).toBe(schemas.length);
  });

  it('stand alone: each reference leads to a definition in the same file', () => {
    for (const schema of schemas)
      for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g))
        expect(schema['$defs'], schema.$id).toHaveProperty(name ?? '');
  });

  it('are read by a plain validator that knows nothing of ours', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    for (const { path, examples, hasBody } of specModel().operations) {
      const read = (part: string): ((value: unknown) => unknown) =>
        ajv.compile(JSON.parse(readFileSync(`${folder}${path}.${part}.json`, 'utf8')) as Schema);
      const [accepts, acceptsReply] = [read('request'), read('response')];
      for (const { request, response } of examples) {
        if (hasBody) expect(accepts(request), path).toBe(true);
        expect(acceptsReply(response), path).toBe(true);
      }
    }
  });
});
