import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/mock/index.js';
import {
  ruleProblems,
  scenarioProblems,
  worldProblems,
} from '../../../templates/runtime/mock/scenario-check.js';
import {
  ruleShape,
  scenarioShape,
} from '../../../templates/runtime/mock/scenario/scenario-shape.js';
import { worldShape } from '../../../templates/runtime/mock/scenario/world-shape.js';
import { anyJson, nearly } from './arbitrary.js';

const paths = operations.map(({ path }) => path);

/** Whether a JSON Pointer leads to a value of the value's own. */
function leads(root: unknown, pointer: string): boolean {
  let value = root;
  for (const raw of pointer.split('/').slice(1)) {
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = (value as Record<string, unknown>)[name];
  }
  return true;
}

describe('whatever a scenario is', () => {
  it.each([
    ['any JSON', anyJson],
    ['nearly a scenario', nearly(scenarioShape, paths)],
    ['nearly a rule', nearly(ruleShape, paths)],
    ['nearly a world', nearly(worldShape, paths)],
  ])('%s: the checks answer, and point at what there is', (_what, values) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = JSON.stringify(value);
        for (const problems of [
          scenarioProblems(value, operations),
          ruleProblems(value, operations),
          worldProblems(value),
        ])
          for (const { pointer, message } of problems) {
            expect(leads(value, pointer), `${pointer} ${message}`).toBe(true);
            expect(message).not.toMatch(/undefined|\[object|NaN/);
          }
        expect(JSON.stringify(value)).toBe(text);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 1500 },
    );
  });

  it('values that hold themselves, or one thing again and again, come to an end', () => {
    const ring: unknown[] = [];
    ring.push(ring, ring);
    let laughs: unknown = 'ha';
    for (let level = 0; level < 60; level++) laughs = [laughs, laughs];
    const answering = (reply: unknown) => ({ endpoint: '*', answer: { reply: { reply } } });
    expect(ruleProblems(answering(ring), operations)[0]?.message).toMatch(/^nests deeper/);
    expect(ruleProblems(answering(laughs), operations)).toEqual([]);
    const hall: Record<string, unknown> = {};
    hall['world'] = hall;
    expect(scenarioProblems(hall, operations)[0]?.pointer).toBe('/world/world');
  });

  it('members of a prototype are none of its own', () => {
    const inherited = Object.create({ anyKey: 'yes', rules: [7] }) as object;
    expect(scenarioProblems(inherited, operations)).toEqual([]);
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"world":{"__proto__":{}}}') as unknown;
    expect(scenarioProblems(hostile, operations).map(({ pointer }) => pointer)).toEqual([
      '/__proto__',
      '/world/__proto__',
    ]);
  });

  it('large worlds are held against their laws in one go', () => {
    const players = Array.from({ length: 100_000 }, (_, index) => ({
      openid: `openid-${index}`,
      platform: 'qq',
      friends: [`openid-${index + 1}`],
    }));
    const members = players.map(({ openid }) => openid);
    const group = { gc: '1', groupOpenid: 'g', joinKey: 'k', name: 'n', owner: 'x', members };
    const began = performance.now();
    expect(worldProblems({ players, groups: [group] })).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
