import { describe, expect, it } from 'vitest';
import {
  CoverageCounter,
  coverageJson,
  coverageOf,
  coverageText,
} from '../../../generator/validate/coverage/index.js';
import { columnsOf } from '../../../generator/diagnostics/columns.js';
import { gifts, giftTables, nothing } from '../../support/coverage-facts.js';

const counter = new CoverageCounter(giftTables);
counter.add(gifts, 'query', { appid: '1', encode: '2' });
counter.add(gifts, 'request', { masks: 5 });
counter.add(gifts, 'response', { ret: 0, msg: '', gifts: [{ id: 1, kind: '3' }] });
counter.add(gifts, 'response', { ret: -10000, msg: '7,no' });
const report = coverageOf([gifts, nothing], giftTables, counter.counts());

describe('a report for people', () => {
  it('has a table, what is lacking, and totals', () => {
    expect(coverageText(report, 'en')).toMatchInlineSnapshot(`
      "endpoint      query  request  reply  values  errors
      /bag/gifts      2/2      1/6    5/8    4/11     1/6
      /bag/nothing      -        -      -       -       -
      total           2/2      1/6    5/8    4/11     1/6

      Not exercised, of the endpoints that were called:
        /bag/gifts
          members of the request: look, Image.url, Image.width, Video.url, Video.seconds
          members of the reply: Gift.inner, byName, level
          values: Encode 1, Masks 0 2, Many 1 2, Few 1 2
          error codes: own -1, platform 100..199, layer -2 -10000, words "too often"

      endpoints 1/2 (50%), members 8/16 (50%), values 4/11 (36.3%), error codes 1/6 (16.6%), all but error codes 13/29 (44.8%)
      "
    `);
  });

  it('is in Chinese and Korean, with even columns', () => {
    expect(coverageText(report, 'zh')).toMatchInlineSnapshot(`
      "接口          参数  请求  应答  枚举值  错误码
      /bag/gifts     2/2   1/6   5/8    4/11     1/6
      /bag/nothing     -     -     -       -       -
      合计           2/2   1/6   5/8    4/11     1/6

      调用过的接口中尚未覆盖：
        /bag/gifts
          请求的成员：look, Image.url, Image.width, Video.url, Video.seconds
          应答的成员：Gift.inner, byName, level
          枚举值：Encode 1, Masks 0 2, Many 1 2, Few 1 2
          错误码：own -1, platform 100..199, layer -2 -10000, words "too often"

      接口 1/2（50%）、成员 8/16（50%）、枚举值 4/11（36.3%）、错误码 1/6（16.6%）、总计（不含错误码） 13/29（44.8%）
      "
    `);
    expect(coverageText(report, 'ko')).toMatchInlineSnapshot(`
      "인터페이스    파라미터  요청  응답  열거값  오류 코드
      /bag/gifts         2/2   1/6   5/8    4/11        1/6
      /bag/nothing         -     -     -       -          -
      합계               2/2   1/6   5/8    4/11        1/6

      호출된 인터페이스에서 아직 다루지 않은 것:
        /bag/gifts
          요청 멤버: look, Image.url, Image.width, Video.url, Video.seconds
          응답 멤버: Gift.inner, byName, level
          열거값: Encode 1, Masks 0 2, Many 1 2, Few 1 2
          오류 코드: own -1, platform 100..199, layer -2 -10000, words "too often"

      인터페이스 1/2 (50%), 멤버 8/16 (50%), 열거값 4/11 (36.3%), 오류 코드 1/6 (16.6%), 전체(오류 코드 제외) 13/29 (44.8%)
      "
    `);
    for (const language of ['en', 'zh', 'ko'] as const) {
      const table = coverageText(report, language).split('\n').slice(0, 4);
      expect(new Set(table.map(columnsOf)).size).toBe(1);
    }
  });

  it('tells some names of many, and how many more there are', () => {
    const values = Array.from({ length: 25 }, (_, index) => index);
    const many = {
      ...gifts,
      enums: { ...gifts.enums, Many: { type: 'int', values, sources: '' } },
    } as const;
    const seen = new CoverageCounter(giftTables);
    seen.add(many, 'query', {});
    const text = coverageText(coverageOf([many], giftTables, seen.counts()), 'en');
    expect(text).toMatch(/ {4}values: Encode 1 2, Masks 0 1 2 4, Many 0 1 .*, and \d+ more\n/u);
  });
});

describe('a report for programs', () => {
  it('has stable names', () => {
    expect(coverageJson(report)).toMatchInlineSnapshot(`
      {
        "all": {
          "percent": 44.8,
          "seen": 13,
          "total": 29,
        },
        "byEndpoint": [
          {
            "endpoint": "/bag/gifts",
            "errors": {
              "percent": 16.6,
              "seen": 1,
              "total": 6,
              "unseen": [
                "own -1",
                "platform 100..199",
                "layer -2",
                "layer -10000",
                "words "too often"",
              ],
            },
            "query": {
              "percent": 100,
              "seen": 2,
              "total": 2,
              "unseen": [],
            },
            "request": {
              "percent": 16.6,
              "seen": 1,
              "total": 6,
              "unseen": [
                "look",
                "Image.url",
                "Image.width",
                "Video.url",
                "Video.seconds",
              ],
            },
            "response": {
              "percent": 62.5,
              "seen": 5,
              "total": 8,
              "unseen": [
                "Gift.inner",
                "byName",
                "level",
              ],
            },
            "seen": true,
            "values": {
              "percent": 36.3,
              "seen": 4,
              "total": 11,
              "unseen": [
                "Encode 1",
                "Masks 0",
                "Masks 2",
                "Many 1",
                "Many 2",
                "Few 1",
                "Few 2",
              ],
            },
          },
          {
            "endpoint": "/bag/nothing",
            "errors": {
              "percent": 100,
              "seen": 0,
              "total": 0,
              "unseen": [],
            },
            "query": {
              "percent": 100,
              "seen": 0,
              "total": 0,
              "unseen": [],
            },
            "request": {
              "percent": 100,
              "seen": 0,
              "total": 0,
              "unseen": [],
            },
            "response": {
              "percent": 100,
              "seen": 0,
              "total": 0,
              "unseen": [],
            },
            "seen": false,
            "values": {
              "percent": 100,
              "seen": 0,
              "total": 0,
              "unseen": [],
            },
          },
        ],
        "endpoints": {
          "percent": 50,
          "seen": 1,
          "total": 2,
        },
        "errors": {
          "percent": 16.6,
          "seen": 1,
          "total": 6,
        },
        "members": {
          "percent": 50,
          "seen": 8,
          "total": 16,
        },
        "unseen": [
          "/bag/nothing",
        ],
        "values": {
          "percent": 36.3,
          "seen": 4,
          "total": 11,
        },
      }
    `);
  });
});
