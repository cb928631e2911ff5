import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { operations } from '../../../generated/mock/index.js';
import { checkShape } from '../../../templates/runtime/mock/scenario/check.js';
import { Found } from '../../../templates/runtime/mock/scenario/found.js';
import { scenarioShape } from '../../../templates/runtime/mock/scenario/scenario-shape.js';
import { scenarioProblems } from '../../../templates/runtime/mock/scenario-check.js';
import { scenarioBreaches, worldBreaches } from './breaches.js';
import { nearly } from './arbitrary.js';
import { ruleBreaches } from './rule-breaches.js';

const schema = JSON.parse(readFileSync('generated/mock/scenario.schema.json', 'utf8')) as object;
const ajv = new Ajv2020({
  strict: false,
  formats: {
    'date-time': (text: string) => {
      const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
      return Number.isFinite(Date.parse(text)) && day.toISOString().startsWith(text.slice(0, 10));
    },
    regex: (text: string) => {
      try {
        return new RegExp(text, 'u') instanceof RegExp;
      } catch {
        return false;
      }
    },
  },
});
const accepts = ajv.compile(schema);
const paths = operations.map(({ path }) => path);

/** What a shape cannot say in a schema: that items differ in a member. */
const acrossItems = /^is also the /;

/** Whether the checker finds nothing that a schema can say. */
function passes(value: unknown): boolean {
  const found = new Found();
  checkShape(scenarioShape, value, '', { found, paths });
  return found.problems.every(({ message }) => acrossItems.test(message));
}

describe("the scenarios' JSON Schema", () => {
  it('is valid under the metaschema of 2020-12, and takes the example', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(accepts(parse(readFileSync('test/fixtures/mock/scenario.yaml', 'utf8')))).toBe(true);
  });

  it('judges scenarios as the checker does', () => {
    let [taken, refused] = [0, 0];
    fc.assert(
      fc.property(nearly(scenarioShape, paths), (value) => {
        const verdict = passes(value);
        if (verdict) taken++;
        else refused++;
        expect(accepts(value)).toBe(verdict);
      }),
      { numRuns: 5000 },
    );
    expect(Math.min(taken, refused)).toBeGreaterThan(500);
  });

  it('refuses each breach that is not of what scenarios and endpoints have together', () => {
    const breaches = [
      ...scenarioBreaches,
      ...worldBreaches.map(([what, world]) => [what, { world }] as const),
      ...ruleBreaches.map(([what, rule]) => [what, { rules: [rule] }] as const),
    ];
    // JSON has no classes, functions and endless numbers.
    const told = breaches.filter(([what]) => !/class|no JSON|nests|that is none$/.test(what));
    for (const [what, value] of told) expect(accepts(value), what).toBe(passes(value));
  });

  it('takes what has no problem', () => {
    fc.assert(
      fc.property(nearly(scenarioShape, paths), (value) => {
        fc.pre(scenarioProblems(value, operations).length === 0);
        expect(accepts(value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('says what each member is, wherever that is not told by its name', () => {
    const text = JSON.stringify(schema);
    for (const words of [
      'documented code of the endpoint',
      'Unix milliseconds',
      'timeout: no reply',
    ])
      expect(text).toContain(words);
  });
});
