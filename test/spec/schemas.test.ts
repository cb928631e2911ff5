import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';

const below = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name))
    .sort();

describe('the catalogue’s own schemas', () => {
  it.each(below('spec/schemas', '.json'))('%s is a valid schema', (file) => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(JSON.parse(readFileSync(file, 'utf8')) as object)).toBe(true);
  });

  it('close every object that has properties of its own', () => {
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      if ('properties' in schema && 'type' in schema && schema.type === 'object')
        expect(schema, path).toHaveProperty('additionalProperties');
      for (const [key, child] of Object.entries(schema)) visit(child, `${path}/${key}`);
    };
    for (const file of below('spec/schemas', '.json'))
      visit(JSON.parse(readFileSync(file, 'utf8')), file);
  });

  it('are named by every file of the catalogue, so that an editor completes and checks it', () => {
    for (const file of below('spec', '.yaml')) {
      const [first = ''] = readFileSync(file, 'utf8').split('\n');
      const named = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? '';
      expect(() => readFileSync(join(dirname(file), named)), `${file}: ${first}`).not.toThrow();
    }
  });
});
