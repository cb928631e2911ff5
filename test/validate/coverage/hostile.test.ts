// Law: no payload makes the counter fail, count what is not there, or take long.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverageCounter } from '../../../generator/validate/coverage/index.js';
import { gifts, giftTables } from '../../support/coverage-facts.js';

const parts = ['query', 'request', 'response'] as const;

function countsOf(json: string): Readonly<Record<string, number>> {
  const counter = new CoverageCounter(giftTables);
  counter.add(gifts, 'response', JSON.parse(json));
  return counter.counts();
}

describe('a hostile payload', () => {
  it('of any form counts its endpoint, and fails nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...parts), (value, part) => {
        const counter = new CoverageCounter(giftTables);
        counter.add(gifts, part, value);
        expect(counter.counts()).toHaveProperty(['endpoint /bag/gifts'], 1);
      }),
    );
  });

  it('has no members from its prototype', () => {
    const inherited = Object.create({ gifts: [{ id: 1 }], ret: -1 }) as unknown;
    const counter = new CoverageCounter(giftTables);
    counter.add(gifts, 'request', inherited);
    expect(Object.keys(counter.counts())).toEqual(['endpoint /bag/gifts']);
    const own = countsOf('{"__proto__": {"gifts": [], "ret": -1}, "constructor": 1}');
    expect(Object.keys(own)).toEqual(['endpoint /bag/gifts']);
    expect(countsOf('{"byName": {"__proto__": {"id": 1}}}')).toMatchObject({
      'member /bag/gifts response Gift.id': 1,
    });
  });

  it('changes no prototype', () => {
    const counter = new CoverageCounter(giftTables);
    counter.merge(JSON.parse('{"__proto__": 3, "constructor": 2}') as Record<string, number>);
    expect(Object.getPrototypeOf(counter.counts())).toBe(Object.prototype);
    expect(Object.entries(counter.counts())).toEqual([
      ['__proto__', 3],
      ['constructor', 2],
    ]);
  });

  it('is looked into 64 deep, and no deeper', () => {
    const deep = (levels: number) =>
      `{"gifts": [${'{"inner": '.repeat(levels)}{}${'}'.repeat(levels)}]}`;
    const inner = (levels: number) =>
      countsOf(deep(levels))['member /bag/gifts response Gift.inner'];
    expect(inner(10)).toBe(10);
    expect(inner(100_000)).toBe(inner(1000));
    expect(inner(1000)).toBeLessThanOrEqual(64);
  });

  it('may tell of a failure in anything', () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(countsOf(`{"ret": -1, "msg": ${nested}}`)).toHaveProperty(
      ['error /bag/gifts own -1'],
      1,
    );
    expect(countsOf(`{"ret": -1, "msg": null, "platCode": {}, "err_type": []}`)).toHaveProperty(
      ['error /bag/gifts own -1'],
      1,
    );
  });

  it('may be long', () => {
    const many = 300_000;
    const started = performance.now();
    const counts = countsOf(`{"gifts": [${'{"id":1,"kind":"2"},'.repeat(many)}{}]}`);
    expect(counts['member /bag/gifts response Gift.id']).toBe(many);
    expect(counts['value /bag/gifts Many 2']).toBe(many);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
