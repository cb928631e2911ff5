import { afterEach, describe, expect, it, vi } from 'vitest';
import { xinyueSerial, xinyueTraceId } from '../../../templates/runtime/helpers/index.js';

const now = new Date('2018-01-06T05:04:03.999Z');

describe('an id of a Xinyue call', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('has the recommended form of its endpoint', () => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0.000_042).mockReturnValueOnce(0.999_999_9);
    expect(xinyueTraceId('msdkdemo', 'A-1_', now)).toBe('msdkdemo-A-1_-20180106050403-000042');
    expect(xinyueSerial('MSDK', now)).toBe('MSDK_20180106_050403_999999');
  });

  it('is of the present, and another each time', () => {
    const made = Array.from({ length: 20 }, () => xinyueTraceId('a', 'b'));
    expect(new Set(made).size).toBeGreaterThan(15);
    const year = new Date().getUTCFullYear();
    for (const id of [...made, xinyueSerial('a')])
      expect(id).toMatch(new RegExp(`^a(-b-|_)${year}[\\d_]{10,11}[-_]\\d{6}$`));
  });

  it('takes a name of letters and digits, and a time that is one', () => {
    for (const wrong of ['', 'a-b', 'a_b', '游戏']) {
      expect(() => xinyueTraceId(wrong, 'b')).toThrow(RangeError);
      expect(() => xinyueSerial(wrong)).toThrow(/^business has other characters/);
    }
    expect(() => xinyueSerial('a', new Date(NaN))).toThrow(RangeError);
  });
});
