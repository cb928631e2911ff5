import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arkExtra, readArkTemplate } from '../../../templates/runtime/helpers/index.js';

describe('extra of qqark', () => {
  it("is the template's JSON in percent-encoding", () => {
    const template = {
      app: 'com.example.game',
      desc: '游戏 分享(!)',
      config: { forward: 0 },
      meta: { shareData: { openId: '', extData: {} } },
    };
    expect(arkExtra(template)).toBe(
      '%7B%22app%22%3A%22com.example.game%22%2C%22desc%22%3A%22%E6%B8%B8%E6%88%8F%20%E5%88%86%E4%BA%AB%28%21%29%22%2C%22config%22%3A%7B%22forward%22%3A0%7D%2C%22meta%22%3A%7B%22shareData%22%3A%7B%22openId%22%3A%22%22%2C%22extData%22%3A%7B%7D%7D%7D%7D',
    );
  });

  it('gives the template back, whatever text is in it', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(text, fc.jsonValue({ stringUnit: 'binary' })), (template) => {
        const extra = arkExtra(template);
        expect(extra).toMatch(/^[A-Za-z0-9\-._~%]+$/);
        expect(JSON.stringify(JSON.parse(decodeURIComponent(extra)))).toBe(
          JSON.stringify(template),
        );
      }),
    );
    expect(JSON.parse(decodeURIComponent(arkExtra({ half: '\ud800' })))).toEqual({
      half: '\ud800',
    });
  });

  it('is made of an object alone', () => {
    for (const wrong of ['%7B%7D', [], null, undefined, 1])
      expect(() => arkExtra(wrong as object)).toThrow(
        new TypeError('extra is no object: give the members of the ark template'),
      );
    const round: Record<string, unknown> = {};
    round['self'] = round;
    expect(() => arkExtra(round)).toThrow(TypeError);
  });
});

describe('an ark template', () => {
  it('is read without its comments', () => {
    const text = `{ // the app
      "app": "com.example.game", /* two
      lines */ "url": "http://example.com/a/*b*/", "quote": "\\"// \\\\",
      "n": 1 /**/ // end
    }`;
    expect(readArkTemplate(text)).toEqual({
      app: 'com.example.game',
      url: 'http://example.com/a/*b*/',
      quote: '"// \\',
      n: 1,
    });
  });

  it('is read as it is where it has none', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (template) => {
        const json = JSON.stringify(template, null, 1);
        expect(readArkTemplate(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it('is JSON, and an object', () => {
    expect(() => readArkTemplate('{')).toThrow(SyntaxError);
    expect(() => readArkTemplate('[] // none')).toThrow(/^the template is no object/);
  });
});
