/** The laws: keys are read in every form that the help names; nothing else is, and no reason shows a key. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKeys } from '../../generator/validate/judge/keys.js';
import { verifySignature } from '../../generator/validate/judge/signature.js';
import { Knowledge } from '../../generator/validate/knowledge.js';
import { sign } from '../../templates/runtime/signature.js';

const { signing } = new Knowledge('generated/validators').service;
const both = { appkey: 'one', msdkkey: 'two' };

describe('keys', () => {
  it.each([
    [JSON.stringify(both), both],
    [`\ufeff ${JSON.stringify(both, null, 2)}\n`, both],
    ['appkey=one\nmsdkkey=two\n', both],
    ['# of the test\r\n\r\nAppKey: one\r\nmsdkkey = two', both],
    ['msdkkey=a=b==', { msdkkey: 'a=b==' }],
    ['only\n', { appkey: 'only', msdkkey: 'only' }],
  ])('are read from %j', (text, other) => {
    expect(readKeys(text)).toEqual({ byApp: {}, other });
  });

  it('are read for each game', () => {
    const byApp = { 1104: both, wx0: { appkey: 'three' } };
    expect(readKeys(JSON.stringify(byApp))).toEqual({ byApp, other: {} });
  });

  it.each([
    ...[
      '',
      ' \n',
      '{',
      '{}',
      '[]',
      'S3CR3T S3CR3T',
      '{"appkey":5}',
      '{"appkey":""}',
      '{"appkey":"S3CR3T","x":1}',
    ],
    ...['{"1":{"appkey":"S3CR3T","other":"a"}}', 'appkey=S3CR3T\nother=S3CR3T', '# only this'],
    ...['{"1":"S3CR3T"}', 'appkey=', '{"appkey":"S3CR3T",}'],
  ])('are not read from %j, and the reason shows none', (text) => {
    const reason = readKeys(text);
    expect(reason).toMatch(/^it .*/);
    expect(reason).not.toContain('S3CR3T');
  });

  it('are read from any text without a throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        readKeys(text);
        readKeys(`{${text}`);
      }),
    );
  });
});

describe('a signature', () => {
  const timestamp = '1400000000';
  const keys = { byApp: { 7: { appkey: 'mine' }, wx0: both }, other: { appkey: 'other' } };
  const verified = (parameters: Readonly<Record<string, unknown>>) =>
    verifySignature({ timestamp, ...parameters }, keys, signing);

  it.each([
    ['7', '1', 'mine'],
    ['G_7', '1', 'mine'],
    ['wx0', '2', 'two'],
    ['8', '1', 'other'],
    ['__proto__', '1', 'other'],
    [undefined, '1', 'other'],
  ])('of appid %j and encode %j is made with %j', (appid, encode, key) => {
    expect(verified({ appid, encode, sig: sign(key, timestamp) })).toBeUndefined();
    expect(verified({ appid, encode, sig: sign(`${key}x`, timestamp) })).toMatchObject({
      code: 'wrong-signature',
      params: { key: signing.keys[encode] },
    });
  });

  it('is not verified where there is no key for it, which is said', () => {
    expect(verified({ appid: '7', encode: '2', sig: 'x' })).toEqual({
      code: 'no-key',
      params: { appid: '7' },
    });
  });

  it('that is not there, or not said how it is made, is no matter of the keys', () => {
    for (const other of [{}, { encode: '3' }, { encode: 1 }, { encode: '__proto__' }, { sig: 5 }])
      expect(verified({ appid: '7', sig: 'x', ...other })).toBeUndefined();
  });
});
