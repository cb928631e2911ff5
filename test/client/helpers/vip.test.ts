import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  loadVipMask,
  loadVipsIn,
  readVipRow,
  vipMask,
  vipServices,
  vipServicesIn,
  vipsIn,
  type LoadVipName,
  type VipName,
} from '../../../templates/runtime/helpers/index.js';

const vips: VipName[] = [
  'member',
  'qqLevel',
  'blueDiamond',
  'redDiamond',
  'superMember',
  'xinyue',
  'yellowDiamond',
  'animation',
  'xinyueLevel',
];
const loadVips: LoadVipName[] = [
  'member',
  'blueDiamond',
  'redDiamond',
  'superMember',
  'gameMember',
  'xinyue',
  'yellowDiamond',
];
const mask = fc.nat({ max: 0x7fffffff });

describe('a mask of memberships', () => {
  it('has the bits of the documents', () => {
    expect(vipMask(['member', 'qqLevel', 'blueDiamond', 'redDiamond'])).toBe(15);
    expect(vipMask(['xinyueLevel'])).toBe(512);
    expect(vipMask(vips)).toBe(0x3df);
    expect(loadVipMask(['member', 'blueDiamond', 'redDiamond'])).toBe(13);
    expect(loadVipMask(loadVips)).toBe(0xfd);
    expect(vipMask([])).toBe(0);
  });

  it('gives the names back, in the order of their bits', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(vips), (names) => {
        const sorted = vips.filter((name) => names.includes(name));
        expect(vipsIn(vipMask([...names, ...names]))).toEqual({ names: sorted, rest: 0 });
      }),
    );
    fc.assert(
      fc.property(fc.subarray(loadVips), (names) => {
        expect(loadVipsIn(loadVipMask(names))).toEqual({ names, rest: 0 });
      }),
    );
  });

  it('keeps bits that have no name', () => {
    expect(vipsIn(1 + 32 + 1024)).toEqual({ names: ['member'], rest: 32 + 1024 });
    fc.assert(
      fc.property(mask, (value) => {
        const vip = vipsIn(value);
        const loadVip = loadVipsIn(value);
        expect(vipMask(vip.names, vip.rest)).toBe(value);
        expect(loadVipMask(loadVip.names, loadVip.rest)).toBe(value);
      }),
    );
  });

  it('refuses a name of the other endpoint, and numbers that are no mask', () => {
    expect(() => vipMask(['gameMember' as VipName])).toThrow(/^"gameMember" is no membership: use/);
    expect(() => loadVipMask(['toString' as LoadVipName])).toThrow(RangeError);
    for (const wrong of [-1, 0.5, NaN, 2 ** 31]) {
      expect(() => vipsIn(wrong)).toThrow(RangeError);
      expect(() => vipMask([], wrong)).toThrow(RangeError);
    }
  });
});

describe('a row of query_vip', () => {
  const ones = { isvip: 1, year: 1, level: 3, luxury: 0 };

  it('tells what its membership has, and nothing else', () => {
    const told = (flag: number): string[] =>
      Object.entries(readVipRow({ flag, ...ones }))
        .filter(([name, value]) => name !== 'vip' && value !== undefined)
        .map(([name]) => name);
    expect(told(1)).toEqual(['isVip', 'isYearly', 'level', 'isLuxury']);
    expect(told(2)).toEqual(['level']);
    expect(told(4)).toHaveLength(4);
    expect(told(8)).toEqual(['isVip', 'level', 'isLuxury']);
    expect(told(16)).toEqual(['isVip']);
    expect(told(64)).toEqual(['isVip', 'level']);
    expect(told(128)).toEqual(['isVip', 'isYearly', 'isLuxury']);
    expect(told(256)).toEqual(['isVip']);
    expect(told(512)).toHaveLength(4);
  });

  it('reads 1 as yes, and keeps a row of an unknown flag', () => {
    const read = { isVip: true, isYearly: true, level: 3, isLuxury: false };
    expect(readVipRow({ flag: 1, ...ones })).toEqual({ vip: 'member', ...read });
    for (const flag of [0, 1024, 3, 17 + 1024])
      expect(readVipRow({ flag, ...ones })).toEqual({ vip: undefined, ...read });
  });
});

describe('the services of qqfriends_vip', () => {
  it('are joined by commas, each once, and come back', () => {
    expect(vipServices(['qq_vip', 'qq_svip', 'qq_vip'])).toBe('qq_vip,qq_svip');
    const name = fc.stringMatching(/^[a-z0-9_]+$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1 }), (names) => {
        expect(vipServicesIn(vipServices(names))).toEqual(names);
      }),
    );
    expect(vipServicesIn('')).toEqual([]);
  });

  it('are named, in lower case and without a comma', () => {
    for (const wrong of [[], ['QQ_svip'], ['qq_vip,qq_svip'], ['']])
      expect(() => vipServices(wrong)).toThrow(RangeError);
  });
});
