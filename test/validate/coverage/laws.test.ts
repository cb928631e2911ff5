// Law: counts add up in any order; what is seen is part of what there is, and never falls.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CoverageCounter,
  coverageJson,
  coverageOf,
  type CountedPart,
  type Counts,
  type CoverageReport,
} from '../../../generator/validate/coverage/index.js';
import { groups, kinds } from '../../../generator/validate/coverage/report.js';
import { gifts, giftTables, nothing } from '../../support/coverage-facts.js';

interface Payload {
  readonly part: CountedPart;
  readonly value: unknown;
}

/** Values near to what `gifts` takes, and others. */
const near: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.integer({ min: -3, max: 9 }),
    fc.constantFrom('', '1', '2', '7,x', 'too often', null, true, -10000),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...['appid', 'encode', 'masks', 'look', 'ret', 'msg', 'gifts', 'byName', 'level'],
        ...['id', 'kind', 'inner', 'url', 'width', 'seconds', '__proto__', 'constructor'],
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

const payload: fc.Arbitrary<Payload> = fc.record({
  part: fc.constantFrom('query', 'request', 'response'),
  value: near,
});

function countsOf(payloads: readonly Payload[]): Counts {
  const counter = new CoverageCounter(giftTables);
  for (const { part, value } of payloads) counter.add(gifts, part, value);
  return counter.counts();
}

function reportOf(counts: Counts): CoverageReport {
  return coverageOf([gifts, nothing], giftTables, counts);
}

function sharesOf({ all, kinds: ofKinds, groups: ofGroups, endpoints }: CoverageReport) {
  const own = endpoints.flatMap((endpoint) => groups.map((name) => endpoint.groups[name]));
  return [all, ...kinds.map((name) => ofKinds[name]), ...Object.values(ofGroups), ...own];
}

describe('counting', () => {
  it('on several threads, merged in any order, gives the same as counting on one', () => {
    const threads = fc.array(fc.array(payload, { maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(threads, fc.infiniteStream(fc.nat()), (parts, order) => {
        const states = parts.map((part) => structuredClone(countsOf(part)));
        const shuffled = states
          .map((state) => [order.next().value as number, state] as const)
          .sort(([a], [b]) => a - b);
        const whole = new CoverageCounter(giftTables);
        for (const [, state] of shuffled) whole.merge(state);
        expect(whole.counts()).toEqual(countsOf(parts.flat()));
      }),
    );
  });

  it('goes on after a merge, and after its counts were asked for', () => {
    fc.assert(
      fc.property(fc.array(payload), fc.array(payload), (before, after) => {
        const counter = new CoverageCounter(giftTables);
        counter.merge(countsOf(before));
        counter.counts();
        for (const { part, value } of after) counter.add(gifts, part, value);
        expect(counter.counts()).toEqual(countsOf([...before, ...after]));
      }),
    );
  });

  it('leaves payloads as they are', () => {
    fc.assert(
      fc.property(payload, (one) => {
        const before = structuredClone(one);
        countsOf([one]);
        expect(one).toEqual(before);
      }),
    );
  });
});

describe('a report', () => {
  it('never has more seen than there is, and counts nothing that it does not know', () => {
    fc.assert(
      fc.property(fc.array(payload), (payloads) => {
        const counts = countsOf(payloads);
        const report = reportOf(counts);
        for (const { seen, total, percent } of sharesOf(report)) {
          expect(seen).toBeLessThanOrEqual(total);
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
          expect(percent === 100).toBe(seen === total);
        }
        // Codes stand apart from all the rest.
        const { all, kinds } = report;
        expect(all.seen + kinds.errors.seen).toBe(Object.keys(counts).length);
      }),
    );
  });

  it('names just what was not seen', () => {
    fc.assert(
      fc.property(fc.array(payload), (payloads) => {
        for (const endpoint of reportOf(countsOf(payloads)).endpoints)
          for (const name of groups) {
            const { seen, total, unseen } = endpoint.groups[name];
            expect(new Set(unseen).size).toBe(total - seen);
          }
      }),
    );
  });

  it('never falls when payloads are added', () => {
    fc.assert(
      fc.property(fc.array(payload), payload, (payloads, one) => {
        const before = sharesOf(reportOf(countsOf(payloads)));
        const after = sharesOf(reportOf(countsOf([...payloads, one])));
        after.forEach(({ seen }, index) =>
          expect(seen).toBeGreaterThanOrEqual(before[index]?.seen ?? 0),
        );
      }),
    );
  });

  it('is plain data for programs', () => {
    const json = coverageJson(reportOf(countsOf([])));
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});
