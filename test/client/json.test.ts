import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable, parseJson } from '../../templates/runtime/json.js';

/** Signs that mean something to who looks for strings, members and numbers. */
const sign = fc.constantFrom(
  ...['"', '\\', ':', ',', '{', '}', '[', ']', ' ', '\n', '0', '12345678901234567', '-', 'e', 'a'],
  ...['":', '\\"', '\u2028', '\ud800', '中'],
);
const text = fc.oneof(
  fc.array(sign, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string(),
);
const name = text.filter((one) => one !== '__proto__');
const safe = fc.oneof(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((one) => !/^-?\d{16,}$/.test(`${one}`)),
);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    safe,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(name, tie('any'), { maxKeys: 5 }),
  ),
})).any;
const indent = fc.constantFrom(undefined, 1, '\t', ' \r\n');

/** Integers that no number holds: 2^53 and everything from there on. */
const unsafe = fc
  .tuple(fc.constantFrom('', '-'), fc.bigInt({ min: 2n ** 53n, max: 10n ** 40n }))
  .map(([minus, number]) => `${minus}${number}`);

/** JSON in which a mark stands for what is put in later. */
const mark = '<mark>';
const around = fc
  .tuple(fc.array(value, { maxLength: 3 }), fc.array(value, { maxLength: 3 }), fc.nat(3), indent)
  .map(([before, after, depth, space]) => {
    let whole: unknown = [...before, mark, ...after];
    for (let level = 0; level < depth; level++)
      whole = level % 2 === 0 ? { before, inner: whole, after } : [whole, ...after];
    return JSON.stringify(whole, null, space);
  })
  .filter((json) => json.split(`"${mark}"`).length === 2);

describe('parsing JSON', () => {
  it('gives what the platform gives, for every value that all readers read alike', () => {
    fc.assert(
      fc.property(value, indent, (one, space) => {
        const json = JSON.stringify(one, null, space);
        expect(parseJson(json)).toStrictEqual(JSON.parse(json));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses with a SyntaxError what the platform refuses', () => {
    fc.assert(
      fc.property(value, fc.nat(), sign, (one, place, other) => {
        const json = JSON.stringify(one);
        const broken =
          json.slice(0, place % (json.length + 1)) + other + json.slice(place % (json.length + 1));
        let expected: unknown;
        try {
          expected = JSON.parse(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
          expect(() => parseJson(broken)).toThrow(SyntaxError);
          return;
        }
        try {
          expect(JSON.stringify(parseJson(broken)).replaceAll('"', '')).toBe(
            JSON.stringify(expected).replaceAll('"', ''),
          );
        } catch (error) {
          // What stays JSON may have a name twice now, or a number that is too large.
          if (!(error instanceof Unreadable)) expect(broken).toMatch(/\d{16}/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps the digits of an integer beyond 2^53, wherever it stands', () => {
    fc.assert(
      fc.property(around, unsafe, (json, number) => {
        const [head = '', tail = ''] = json.split(`"${mark}"`);
        expect(parseJson(head + number + tail)).toStrictEqual(
          JSON.parse(`${head}"${number}"${tail}`),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves fractions, exponents and digits in strings as they are', () => {
    const forms = fc.constantFrom<(digits: string) => string>(
      (digits) => `${digits}.0`,
      (digits) => `${digits}.25`,
      (digits) => `${digits}e1`,
      (digits) => `${digits}E-30`,
      (digits) => `0.${digits.replace('-', '')}`,
      (digits) => JSON.stringify(`"${digits}`),
      (digits) => JSON.stringify(`\\${digits}`),
      (digits) => `{"${digits}":0}`,
    );
    fc.assert(
      fc.property(around, unsafe, forms, (json, number, form) => {
        const [head = '', tail = ''] = json.split(`"${mark}"`);
        const whole = head + form(number) + tail;
        expect(parseJson(whole)).toStrictEqual(JSON.parse(whole));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740993', '-9007199254740993'],
    ['{"a":12345678901234567890}', { a: '12345678901234567890' }],
    ['[0000000000000000]', undefined],
    ['[-]', undefined],
    ['1234567890123456789-', undefined],
    ['[1234567890123456789 1]', undefined],
  ])('reads %s as it should', (json, expected) => {
    if (expected === undefined) expect(() => parseJson(json)).toThrow(SyntaxError);
    else expect(parseJson(json)).toStrictEqual(expected);
  });

  it('refuses a member that stands twice, however it is written, and wherever', () => {
    const unicode = (one: string): string =>
      Array.from(
        { length: one.length },
        (_, at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`,
      ).join('');
    fc.assert(
      fc.property(
        around,
        name,
        fc.array(value, { minLength: 2, maxLength: 2 }),
        fc.dictionary(name, value, { maxKeys: 3 }),
        fc.boolean(),
        fc.stringMatching(/^[ \t\r\n]{0,3}$/),
        (json, member, [one, two], others, isEscaped, space) => {
          Reflect.deleteProperty(others, member);
          const entries = [
            `"${isEscaped ? unicode(member) : JSON.stringify(member).slice(1, -1)}"${space}:${space}${JSON.stringify(one)}`,
            ...Object.entries(others).map((entry) =>
              entry.map((part) => JSON.stringify(part)).join(':'),
            ),
            `${JSON.stringify(member)}${space}:${JSON.stringify(two)}`,
          ];
          const [head = '', tail = ''] = json.split(`"${mark}"`);
          const twice = `${head}{${entries.join(`${space},`)}}${tail}`;
          expect(() => parseJson(twice)).toThrow(Unreadable);
          const once = `${head}{${entries.slice(1).join(`${space},`)}}${tail}`;
          expect(parseJson(once)).toStrictEqual(JSON.parse(once));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('refuses a member called __proto__, however it is written, and wherever', () => {
    const written = fc.constantFrom('__proto__', '\\u005f_proto__', '__prot\\u006f__');
    fc.assert(
      fc.property(around, written, value, (json, member, one) => {
        const [head = '', tail = ''] = json.split(`"${mark}"`);
        const whole = `${head}{"${member}":${JSON.stringify(one)}}${tail}`;
        expect(() => parseJson(whole)).toThrow(Unreadable);
      }),
    );
    expect(parseJson('{"proto":"__proto__","__proto":{"x":1}}')).toEqual({
      proto: '__proto__',
      __proto: { x: 1 },
    });
  });

  it.each<[what: string, make: (size: number) => string]>([
    ['backslashes', (size) => JSON.stringify('\\'.repeat(size / 2))],
    ['quotes', (size) => JSON.stringify('"'.repeat(size / 2))],
    ['backslashes that end early', (size) => `"${'\\'.repeat(size)}`],
    ['backslashes, and no end', (size) => `"${'\\"'.repeat(size / 2)}`],
    ['quotes alone', (size) => '"'.repeat(size)],
    ['lists in lists', (size) => '['.repeat(size / 200).padEnd(size / 100, ']')],
    ['lists that never end', (size) => '['.repeat(size)],
    ['members', (size) => `{${Array.from({ length: size / 10 }, (_, n) => `"a${n}":1`).join()}}`],
    ['spaces', (size) => `[1${' '.repeat(size)}]`],
    ['spaces before a colon', (size) => `{"a"${' '.repeat(size)}:1}`],
    ['digits', (size) => '7'.repeat(size)],
    ['digits and dots', (size) => `[${'1.'.repeat(size / 2)}]`],
    ['minuses', (size) => `[${'-'.repeat(size)}]`],
    [
      'large integers',
      (size) => `[${Array.from({ length: size / 20 }, () => '1'.repeat(19)).join()}]`,
    ],
    ['empty strings', (size) => `[${Array.from({ length: size / 3 }, () => '""').join()}]`],
    ['colons in strings', (size) => JSON.stringify('":'.repeat(size / 3))],
  ])('takes twice as long for twice as many %s, and not four times', (_what, make) => {
    const timeOf = (size: number): number => {
      const json = make(size);
      const times = [1, 2, 3].map(() => {
        const start = performance.now();
        try {
          parseJson(json);
        } catch (error) {
          expect(error).not.toBeInstanceOf(RangeError);
        }
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    const once = timeOf(2 ** 20);
    const twice = timeOf(2 ** 21);
    // What takes no time at all cannot be compared; a square of a million takes minutes.
    expect(twice).toBeLessThan(once * 6 + 250);
    expect(twice).toBeLessThan(5000);
  });
});
