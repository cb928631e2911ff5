import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Mask } from '../../generator/validate/place/mask.js';
import { hostileTexts } from '../support/hostile-texts.js';
import { jsonText } from '../support/json-texts.js';

const mask = new Mask(['sig', 'appkey', 'accessToken', 'paytoken', 'secret']);

/** Told apart from everything else in a text. */
const secret = 'S3CR3T-q7Zk';

/** Every form in which a secret stands somewhere, and how it looks without. */
const forms: readonly string[] = [
  '{"accessToken":"@"}',
  '{"accessToken" :\n  "@"}',
  '{"sig":"@","a":1}',
  '{"SIG":"@"}',
  '{"x_session_key":"@"}',
  '{"accessToken":["@",{"a":"@"}]}',
  '{"access\\u0054oken":"@"}',
  '{"accessToken":"a\\"@"}',
  '{"accessToken":"a\\\\","b":1,"sig":"@"}',
  '{"accessToken":"@',
  '{"accessToken":@',
  "{'accessToken': '@'}",
  '{accessToken: @ and more}',
  '{"body":"{\\"accessToken\\":\\"@\\"}"}',
  '{"body":"{\\"body\\":\\"{\\\\\\"accessToken\\\\\\":\\\\\\"@\\\\\\"}\\"}"}',
  '{"body":"{\\"accessToken\\":\\"a\\\\\\"@\\",',
  '{"url":"/auth/verify_login?appid=1&sig=@&openid=2"}',
  '{"url":"https:\\/\\/name:@@msdk.qq.com\\/auth"}',
  'GET /auth/verify_login?sig=@ HTTP/1.1',
  'GET /go?to=https%3A%2F%2Fx%2F%3Fa%3D1%26sig%3D@%26b HTTP/1.1',
  'https://@@msdk.qq.com/',
  'https://name:@@msdk.qq.com/',
  'Cookie: a=1; b=@',
  'a: b\r\nAuthorization: Bearer @\r\nc: d',
  '"GET / HTTP/1.1\\r\\nsig: @\\r\\n"',
  '{"name":"Cookie","value":"@"}',
  '{ "name": "Set-Cookie",\n  "value": "@" }',
  '{"name":"Cookie","comment":"x","value":"@"}',
  '{"value":"@","name":"Cookie"}',
  '{"cookies":[{"name":"a","value":"@"}]}',
  '{"sig":"@","note":"it was @ before"}',
];

describe('a mask', () => {
  it.each(forms)('hides what is secret in %s', (form) => {
    const text = form.replace(/@(?!msdk)/g, secret);
    const masked = mask.of(text);
    expect(masked).not.toContain(secret);
    expect(masked).toHaveLength(text.length);
    // Where each line starts and ends stays what it is.
    expect(masked.replace(/[^\n]/g, '')).toBe(text.replace(/[^\n]/g, ''));
  });

  it('hides it wherever the form stands', () => {
    const around = fc.constantFrom('', ' ', '\n', '[', '{"a":1,', '"x": "', '\\', '}\n', 'é中😀 ');
    fc.assert(
      fc.property(around, fc.constantFrom(...forms), around, (before, form, after) => {
        const text = before + form.replace(/@(?!msdk)/g, secret) + after;
        expect(mask.of(text)).not.toContain(secret);
      }),
    );
  });

  it.each([
    '{"openid":"o-1","appid":"1104","vip":7,"list":[{"nick":"a","sign":"b"}]}',
    '{"signal":"a","design":1,"sigs":[1]}',
    'POST /profile/query_vip?appid=1&openid=2 HTTP/1.1\r\nHost: msdk.qq.com\r\n\r\n{"a":1}',
    'it takes appid, openid, accessToken, vip',
    '/accessToken is missing',
    'a@b.example, http://msdk.qq.com/@x',
  ])('leaves alone what is none: %s', (text) => {
    expect(mask.of(text)).toBe(text);
  });

  it('keeps the length of any text', () => {
    const name = fc.constantFrom(
      '"sig":',
      'token=',
      '\\"secret\\":\\"',
      'Cookie: ',
      '"',
      '\\u0073',
    );
    const text = fc.oneof(
      jsonText,
      fc.constantFrom(...hostileTexts),
      fc.array(fc.oneof(name, fc.string({ unit: 'binary' }))).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(mask.of(one)).toHaveLength(one.length);
      }),
    );
  });

  it('hides in words about a text what is secret in it', () => {
    const { words } = mask.reading(`{"sig":"${secret}"}`);
    expect(words(`must be a number, not "${secret}"`)).toBe('must be a number, not "***********"');
    expect(words('there is no endpoint /a&token=other')).toBe(
      'there is no endpoint /a&token=*****',
    );
    expect(words('/sig is missing')).toBe('/sig is missing');
  });
});

describe('its time grows with the text and no faster', () => {
  const units: readonly string[] = [
    ...['\\', '\\"', '"', 'token', 'token ', 'token=', '"token":', '"token":"', 'token:[', '.'],
    ...['name":"token"', '"value":"x', '"value":"a",', '"name":"token",', '\\u0061', 'u00\\'],
    ...['https://', 'base64', '%3D', 'sig%3D', "'token':", '{"sig":{"sig":[', '\u0000'],
  ];

  it.each([...units, ...units.map((unit) => `"token":${unit}`)])('%j', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const before = performance.now();
    mask.of(text);
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('many different secrets', () => {
    const text = Array.from({ length: 50_000 }, (_, at) => `"sig":"aaaaaaaa${at}"`).join();
    const before = performance.now();
    mask.of(text);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
