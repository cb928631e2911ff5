import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { specModel } from '../support/catalogue.js';

type Json = Record<string, unknown>;

const read = (name: string): Json => JSON.parse(readFileSync(`generated/${name}`, 'utf8')) as Json;
const document = read('openapi.json');
const older = read('openapi-3.0.json');
const model = specModel();

interface OperationObject extends Json {
  operationId: string;
  deprecated?: boolean;
  responses: { '200': { content: { 'application/json': { examples: Json } } } };
}

const operations = (of: Json): Map<string, OperationObject> =>
  new Map(
    Object.entries(of['paths'] as Record<string, Record<string, OperationObject>>).map(
      ([path, item]) => [path, Object.values(item)[0] as OperationObject],
    ),
  );

describe('the OpenAPI files', () => {
  it.each(['openapi.json', 'openapi-3.0.json'])(
    '%s is valid by the standard’s own schema',
    async (name) => {
      const verdict = await new Validator().validate(read(name));
      expect(verdict.errors).toBeUndefined();
      expect(verdict.valid).toBe(true);
    },
  );

  it.each(['current', 'current-yaml', 'for-3.0-readers'])(
    '%s passes redocly’s recommended rules with no error and no warning',
    (api) => {
      const report = execFileSync(
        'npx',
        ['redocly', 'lint', api, '--config', 'redocly.yaml', '--format', 'json'],
        {
          encoding: 'utf8',
          env: { ...process.env, REDOCLY_TELEMETRY: 'off' },
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      const { totals, problems } = JSON.parse(report) as { totals: Json; problems: unknown[] };
      expect(problems).toEqual([]);
      expect(totals).toMatchObject({ errors: 0, warnings: 0 });
    },
  );

  it('say the same as YAML', () => {
    expect(parse(readFileSync('generated/openapi.yaml', 'utf8'))).toEqual(document);
  });

  it('hold one path for each endpoint, without a trailing slash, with unique operationIds', () => {
    for (const found of [operations(document), operations(older)]) {
      expect([...found.keys()].sort()).toEqual(model.operations.map(({ path }) => path));
      expect(new Set([...found.values()].map(({ operationId }) => operationId)).size).toBe(
        model.operations.length,
      );
    }
  });

  it('show success and failure, and list every documented error and source', () => {
    const found = operations(document);
    for (const operation of model.operations) {
      const object = found.get(operation.path);
      const examples = Object.keys(
        object?.responses['200'].content['application/json'].examples ?? {},
      );
      expect(examples, operation.path).toEqual([
        ...operation.examples.map(({ name }) => name),
        'failure',
      ]);
      const rows = operation.tables.reduce((sum, { codes }) => sum + codes.length, 0);
      expect(object?.['x-msdk-errors'], operation.path).toHaveLength(rows);
      expect(object?.['x-msdk-sources'], operation.path).toEqual(operation.sources);
      expect(object?.['x-description-zh'], operation.path).toContain(operation.text.zh);
      expect(object?.['x-description-ko'], operation.path).toContain(operation.text.ko);
    }
  });

  it('mark what is on its way out, with date and replacement', () => {
    const found = operations(document);
    for (const { path, lifecycle } of model.operations) {
      const ending =
        lifecycle !== undefined && ['deprecated', 'stopped'].includes(lifecycle.status);
      expect(found.get(path)?.deprecated ?? false, path).toBe(ending);
      if (lifecycle?.replacedBy !== undefined)
        expect(found.get(path)?.['x-replaced-by']).toBe(lifecycle.replacedBy);
      if (ending && lifecycle.date !== undefined)
        expect(found.get(path)?.['x-sunset']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('hold nothing that readers of 3.0 stumble over', () => {
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null || path.endsWith('/value')) return;
      const object = value as Json;
      expect(Array.isArray(object['type']), `${path}: several types`).toBe(false);
      if ('$ref' in object) expect(Object.keys(object), path).toEqual(['$ref']);
      expect(object, path).not.toHaveProperty('const');
      for (const [key, child] of Object.entries(object)) visit(child, `${path}/${key}`);
    };
    visit(older['paths'], '/paths');
  });
});
