/**
 * The laws: a text has a syntax error exactly where `JSON.parse` refuses it, whatever the text; the
 * error lies within the text and says what a person would say; depth costs no stack.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSyntaxError } from '../../../generator/validate/input/json-text.js';
import { jsonText, mutatedJson, nearlyJson } from '../../support/json-texts.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function agrees(text: string): void {
  const error = findSyntaxError(text);
  expect([text, error === undefined]).toEqual([text, isJson(text)]);
  if (error === undefined) return;
  expect(error.offset).toBeGreaterThanOrEqual(0);
  expect(error.offset).toBeLessThanOrEqual(text.length);
  expect(error.found.length).toBeLessThanOrEqual(40);
}

const otherSigns = '"\\0-.e+]}[{:,tn/\'u \n\u0000'.split('');

describe('the judgement about a text', () => {
  it.each([
    ['JSON', jsonText, 2000],
    ['JSON with a few characters changed', mutatedJson, 20_000],
    ['pieces of JSON in any order', nearlyJson, 20_000],
    ['any text', fc.string({ unit: 'binary' }), 2000],
  ] as const)('is that of JSON.parse for %s', (_, texts, numRuns) => {
    fc.assert(fc.property(texts, agrees), { numRuns });
  });

  it('is that of JSON.parse for every text of up to two signs, alone and between brackets', () => {
    const signs = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code));
    signs.push('\u2028', '\ud800', '\udc00', '\ufeff', '\u3000', '，', '“');
    for (const one of signs)
      for (const other of ['', ...otherSigns])
        for (const text of [
          one + other,
          `[${one}${other}]`,
          `"${one}${other}"`,
          `{"a":1${one}${other}}`,
        ])
          expect([text, findSyntaxError(text) === undefined]).toEqual([text, isJson(text)]);
  });

  it('looks at the part it is given, and at nothing else', () => {
    fc.assert(
      fc.property(nearlyJson, mutatedJson, nearlyJson, (before, text, after) => {
        const [start, end] = [before.length, before.length + text.length];
        const part = findSyntaxError(before + text + after, start, end);
        const alone = findSyntaxError(text);
        if (alone?.kind === 'byte-order-mark') return;
        expect(part).toEqual(
          alone && {
            ...alone,
            offset: alone.offset + start,
            ...(alone.opened === undefined ? {} : { opened: alone.opened + start }),
          },
        );
      }),
      { numRuns: 5000 },
    );
  });

  it('needs no stack for depth', () => {
    const deep = 1_000_000;
    expect(findSyntaxError('['.repeat(deep) + ']'.repeat(deep))).toBeUndefined();
    expect(findSyntaxError('{"a":'.repeat(deep))?.kind).toBe('unexpected-end');
    expect(findSyntaxError('['.repeat(deep) + '}')?.kind).toBe('wrong-bracket');
  });
});

describe('the first offence', () => {
  // ⟦ stands before the place that the error has to point at.
  it.each([
    ['⟦', 'empty', ''],
    ['⟦ \n ', 'empty', ''],
    ['⟦\ufeff{}', 'byte-order-mark', '\ufeff'],
    ['{"a": [1, 2⟦\n', 'unexpected-end', ''],
    ['{"a":⟦', 'unexpected-end', ''],
    ['[1,⟦', 'unexpected-end', ''],
    ['[tru⟦', 'unexpected-end', ''],
    ['{"a": ⟦"b', 'unterminated-string', '"b'],
    ['[⟦"b\\', 'unterminated-string', '"b\\'],
    ['[⟦"b\\u00', 'unterminated-string', '"b\\u00'],
    ['{"a": "b⟦\n}', 'line-break-in-string', '\n'],
    ['["a⟦\tb"]', 'control-character', '\t'],
    ['["C:⟦\\dir"]', 'bad-escape', '\\d'],
    ['["⟦\\u12G4"]', 'bad-escape', '\\u12G4'],
    ['["⟦\\u12"]', 'bad-escape', '\\u12'],
    ['["⟦\\😀"]', 'bad-escape', '\\😀'],
    ['{"a": "say ⟦"hi" now"}', 'unescaped-quote', '"'],
    ["{⟦'a': 1}", 'single-quotes', "'a'"],
    ["[⟦'a, 1]", 'single-quotes', "'a, 1]"],
    ['[⟦“a”]', 'typographic-quotes', '“a”'],
    ['{“a”: 1}'.replace('“', '⟦“'), 'typographic-quotes', '“a”'],
    ['{"a"⟦：1}', 'fullwidth-punctuation', '：'],
    ['[1⟦，2]', 'fullwidth-punctuation', '，'],
    ['[⟦01]', 'bad-number', '01'],
    ['[⟦+1]', 'bad-number', '+1'],
    ['[⟦.5]', 'bad-number', '.5'],
    ['[⟦1.]', 'bad-number', '1.'],
    ['[⟦1e]', 'bad-number', '1e'],
    ['[⟦0x1F]', 'bad-number', '0x1F'],
    ['[⟦1_000]', 'bad-number', '1_000'],
    ['[⟦-]', 'bad-number', '-'],
    ['[⟦NaN]', 'not-finite', 'NaN'],
    ['[⟦-Infinity]', 'not-finite', '-Infinity'],
    ['{"a": ⟦True}', 'wrong-literal', 'True'],
    ['{"a": ⟦None}', 'wrong-literal', 'None'],
    ['{"a": ⟦undefined}', 'wrong-literal', 'undefined'],
    ['{"a": ⟦hello}', 'unquoted-text', 'hello'],
    ['{"a": ⟦nullable}', 'unquoted-text', 'nullable'],
    ['{⟦openid: 1}', 'unquoted-key', 'openid'],
    ['{"a":1, ⟦名字: 1}', 'unquoted-key', '名字'],
    ['{⟦1: 1}', 'unquoted-key', '1'],
    ['{⟦NaN: 1}', 'unquoted-key', 'NaN'],
    ['{⟦true: 1}', 'unquoted-key', 'true'],
    ['{"a": 1⟦,}', 'trailing-comma', ','],
    ['[1⟦, \n]', 'trailing-comma', ','],
    ['[⟦,1]', 'leading-comma', ','],
    ['{⟦,"a":1}', 'leading-comma', ','],
    ['[1,⟦,2]', 'duplicate-comma', ','],
    ['{"a":1,⟦,"b":2}', 'duplicate-comma', ','],
    ['{"a": 1⟦\n "b": 2}', 'missing-comma', '"b"'],
    ['[1⟦ 2]', 'missing-comma', '2'],
    ['[{}⟦{}]', 'missing-comma', '{'],
    ['{"a": 1⟦ b: 2}', 'missing-comma', 'b'],
    ['[1⟦; 2]', 'missing-comma', ';'],
    ['{"a"⟦ 1}', 'missing-colon', '1'],
    ['{"a"⟦}', 'missing-colon', '}'],
    ['{"a"⟦, "b": 1}', 'missing-colon', ','],
    ['{"a" ⟦= 1}', 'missing-colon', '='],
    ['{"a": ⟦}', 'missing-value', '}'],
    ['{"a": ⟦, "b": 1}', 'missing-value', ','],
    ['[1, 2⟦}', 'wrong-bracket', '}'],
    ['{"a": 1⟦]', 'wrong-bracket', ']'],
    ['⟦}', 'unexpected-character', '}'],
    ['[⟦: 1]', 'unexpected-character', ':'],
    ['{⟦{}}', 'unexpected-character', '{'],
    ['[⟦\u0000]', 'unexpected-character', '\u0000'],
    ['[⟦😀]', 'unexpected-character', '😀'],
    ['[1⟦\u00a0]', 'bad-space', '\u00a0'],
    ['[1, ⟦// one\n2]', 'comment', '// one'],
    ['⟦# x\n{}', 'comment', '# x'],
    ['{} ⟦/* x */', 'comment', '/* x */'],
    ['{}⟦}', 'trailing-text', '}'],
    ['{} ⟦{}', 'trailing-text', '{'],
    ['1⟦,2', 'trailing-text', ','],
    ['null ⟦x', 'trailing-text', 'x'],
    ['{} ⟦tru', 'trailing-text', 'tru'],
    ['[1⟦ tru', 'missing-comma', 'tru'],
  ])('of %s is %s', (marked, kind, found) => {
    const text = marked.replace('⟦', '');
    expect(findSyntaxError(text)).toMatchObject({ offset: marked.indexOf('⟦'), kind, found });
  });

  it('names the bracket that is open', () => {
    expect(findSyntaxError('{"a": [1, {}')).toMatchObject({ opened: 6 });
    expect(findSyntaxError('{"a": [1}')).toMatchObject({ offset: 8, opened: 6 });
    expect(findSyntaxError('[fals')).toMatchObject({ offset: 5, opened: 0 });
  });

  it('is told in a few characters, none of them halved', () => {
    expect(findSyntaxError(`["${'😀'.repeat(50)}`)?.found).toBe(`"${'😀'.repeat(19)}`);
  });
});
