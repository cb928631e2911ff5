import { describe, expect, it } from 'vitest';
import {
  CoverageCounter,
  coverageOf,
  isBelow,
  parseThreshold,
} from '../../../generator/validate/coverage/index.js';
import { gifts, giftTables, nothing } from '../../support/coverage-facts.js';

const counter = new CoverageCounter(giftTables);
counter.add(gifts, 'query', { appid: '1', encode: '2' });
const report = coverageOf([gifts, nothing], giftTables, counter.counts());

describe('a threshold', () => {
  it.each([
    ['50', { all: 50 }],
    [' 99.5% ', { all: 99.5 }],
    ['members=80', { members: 80 }],
    [
      'endpoints=50, members=80,values=40,errors=10',
      { endpoints: 50, members: 80, values: 40, errors: 10 },
    ],
  ])('%j is read', (text, threshold) => {
    expect(parseThreshold(text)).toEqual({ threshold });
  });

  it.each([
    ['', '"" is no percentage from 0 to 100'],
    ['101', '"101" is no percentage from 0 to 100'],
    ['-1', '"-1" is no percentage from 0 to 100'],
    ['1e1', '"1e1" is no percentage from 0 to 100'],
    ['50,60', '"50" is no percentage from 0 to 100'],
    ['members=', '"members=" is no percentage from 0 to 100'],
    ['members=1=2', '"members=1=2" is no percentage from 0 to 100'],
    ['members=50,', '"" is no percentage from 0 to 100'],
    ['member=50', 'there is no kind "member"; did you mean members?'],
    ['__proto__=50', 'there is no kind "__proto__"; there are endpoints, members, values, errors'],
    ['members=50,members=60', 'members is there twice'],
  ])('%j is none', (text, reason) => {
    expect(parseThreshold(text)).toEqual({ reason });
  });

  it('is reached by just as much, by all kinds that it names', () => {
    expect(report.kinds.endpoints).toMatchObject({ seen: 1, total: 2 });
    expect(isBelow(report, { endpoints: 50 })).toBe(false);
    expect(isBelow(report, { endpoints: 50.1 })).toBe(true);
    expect(isBelow(report, { endpoints: 50, errors: 90 })).toBe(true);
    expect(isBelow(report, { all: 0 })).toBe(false);
    expect(isBelow(report, { all: 100 })).toBe(true);
    expect(isBelow(coverageOf([], giftTables, {}), { all: 100 })).toBe(false);
  });
});
