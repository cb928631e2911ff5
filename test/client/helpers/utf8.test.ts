import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitsBytes,
  truncateToBytes,
  utf8Length,
} from '../../../templates/runtime/helpers/index.js';

const encoded = (text: string): number => new TextEncoder().encode(text).length;
/** Texts with characters of every length and with halves of pairs. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      'a',
      'é',
      '游',
      '😀',
      '\ud800',
      '\udfff',
      '👩‍👩‍👧',
      '🇨🇳',
      'e\u0301',
      '\u1100\u1161',
    ),
  ),
});
/** Texts without halves of pairs: these join to a pair where they meet. */
const wellFormed = anyText.filter((text) => !/\p{Surrogate}/u.test(text));

describe('the length of a text in UTF-8', () => {
  it('is what TextEncoder writes', () => {
    fc.assert(fc.property(anyText, (text) => utf8Length(text) === encoded(text)));
    const edges = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000];
    for (const first of edges)
      for (const second of edges) {
        const text = String.fromCharCode(first, second);
        expect(utf8Length(text), JSON.stringify(text)).toBe(encoded(text));
      }
  });

  it('decides whether a text fits', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.integer({ min: -2, max: 2 }),
        (text, more) => fitsBytes(text, encoded(text) + more) === more >= 0,
      ),
    );
    expect(fitsBytes('x'.repeat(45), 45)).toBe(true);
    expect(fitsBytes('游'.repeat(15), 45)).toBe(true);
    expect(fitsBytes('游'.repeat(15) + 'x', 45)).toBe(false);
    expect(fitsBytes('', 0)).toBe(true);
    expect(fitsBytes('', NaN)).toBe(false);
  });
});

describe('a text cut to a number of bytes', () => {
  it('is the longest beginning of whole characters that fits', () => {
    const segmenter = new Intl.Segmenter('und');
    fc.assert(
      fc.property(wellFormed, fc.nat(60), (text, max) => {
        const cut = truncateToBytes(text, max);
        expect(text.startsWith(cut)).toBe(true);
        expect(encoded(cut)).toBeLessThanOrEqual(max);
        const ends = [...segmenter.segment(text)].map(
          ({ index, segment }) => index + segment.length,
        );
        expect([0, ...ends]).toContain(cut.length);
        const next = ends.find((end) => end > cut.length);
        if (next !== undefined) expect(encoded(text.slice(0, next))).toBeGreaterThan(max);
      }),
    );
  });

  it('splits no family, flag or accent', () => {
    expect(truncateToBytes('a👩‍👩‍👧b', 10)).toBe('a');
    expect(truncateToBytes('🇨🇳', 4)).toBe('');
    expect(truncateToBytes('ae\u0301', 3)).toBe('a');
    expect(truncateToBytes('ab', 1.9)).toBe('a');
  });

  it('splits no code point where the platform knows no characters', () => {
    const known = Intl.Segmenter;
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(truncateToBytes('😀😀', 7)).toBe('😀');
      expect(truncateToBytes('🇨🇳', 4)).toBe('🇨');
    } finally {
      Object.defineProperty(Intl, 'Segmenter', {
        value: known,
        configurable: true,
        writable: true,
      });
    }
    expect(truncateToBytes('🇨🇳', 4)).toBe('');
  });

  it('refuses a limit that is no number of bytes', () => {
    for (const max of [-1, NaN]) expect(() => truncateToBytes('', max)).toThrow(RangeError);
    expect(truncateToBytes('abc', Infinity)).toBe('abc');
  });
});
