/** The law: wherever a secret stands, in whichever format, no report shows it. */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary.js';
import { validate } from '../../support/validate-command.js';

const secret = 'S3CR3Tq7Zk';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const names = fc.constantFrom(
  ...['accessToken', 'sig', 'paytoken', 'refreshToken', 'openkey', 'appkey', 'msdkkey', 'pfKey'],
  ...['access_token', 'session_key', 'X-Auth-Token', 'password', 'Cookie', 'Authorization'],
);

/** An object with a secret in it, beside what there is something to say about. */
const body = fc
  .tuple(names, fc.constantFrom('plain', 'list', 'object', 'inside', 'twice', 'escaped'))
  .map(([name, how]): Readonly<Record<string, unknown>> => {
    const own = how === 'list' ? [secret] : how === 'object' ? { a: { b: secret } } : secret;
    const text = JSON.stringify({ [name]: own });
    return {
      vip: how === 'twice' ? secret : 'many',
      ...(how === 'inside' ? { note: text } : { [name]: own }),
      ...(how === 'escaped' ? { note: JSON.stringify({ note: text }) } : {}),
      nothing: 1,
    };
  });

const url = fc.tuple(names, fc.constantFrom('', '/x', '_')).map(([name, more]) => {
  const host = more === '' ? 'msdk.qq.com' : `user:${secret}@msdk.qq.com`;
  return `http://${host}/profile/query_vip${more}?appid=1&${name}=${secret}&openid`;
});

/** Leaves JSON whole, or breaks it where it may hurt. */
const breaking = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.slice(0, -1),
  (text) => text.slice(0, text.lastIndexOf(secret) + secret.length),
  (text) => text.replace(':', ' '),
  (text) => text.replace(/"(\w+)":/g, '$1:'),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/,(?=[^,]*$)/, ',,'),
);

const headers = (name: string) => [
  { name, value: secret },
  { name: 'Cookie', value: `a=${secret}` },
];

const line = fc
  .tuple(url, body, body, breaking, fc.boolean(), names)
  .map(([endpoint, request, response, breaks, asText, name]) => {
    const part = (one: unknown): unknown => (asText ? JSON.stringify(one) : one);
    const exchange = { endpoint, request: part(request), response: part(response) };
    return breaks(JSON.stringify({ headers: headers(name), ...exchange }));
  });

const entry = fc
  .tuple(url, body, breaking, fc.boolean(), names, fc.constantFrom(0, 1))
  .map(([address, own, breaks, isEncoded, name, indent]) => {
    const text = breaks(JSON.stringify(own));
    const content = isEncoded ? { text: base64(text), encoding: 'base64' } : { text };
    const sent = { method: 'POST', url: address, headers: headers(name), cookies: headers('a') };
    const queryString = [{ name: 'sig', value: secret }];
    return JSON.stringify(
      {
        request: { ...sent, queryString, postData: { text } },
        response: { status: 200, headers: headers(name), content },
      },
      null,
      indent,
    );
  });

const message = fc
  .tuple(url, body, breaking, names, fc.constantFrom('\n', '\r\n'))
  .map(([address, own, breaks, name, lineEnd]) =>
    [
      `POST ${address} HTTP/1.1`,
      `${name}: ${secret}`,
      `Cookie: a=1; b=${secret}`,
      '',
      breaks(JSON.stringify(own, null, 1)),
    ].join(lineEnd),
  );

const reporters = ['pretty', 'json', 'ndjson', 'junit', 'sarif', 'github', 'gitlab', 'tap'];

/** Some of everything, in files. */
const samples = <T>(of: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(of, { seed: 7, numRuns: count });

const folder = temporaryFolder([
  { path: 'in/lines.ndjson', text: samples(line, 300).join('\n') },
  { path: 'in/whole.har', text: `{"log":{"entries":[${samples(entry, 150).join(',')}]}}` },
  ...samples(message, 150).map((text, at) => ({ path: `in/${at}.http`, text })),
  ...samples(fc.tuple(body, breaking), 150).map(([own, breaks], at) => ({
    path: `in/${at}.request.json`,
    text: breaks(JSON.stringify(own, null, 2)),
  })),
]);

describe('no secret is shown', () => {
  it.each([['en'], ['zh'], ['ko'], ['en', '--endpoint', '/profile/query_vip', '--lenient']])(
    'in any report, in %s',
    async (language, ...more) => {
      const out = reporters.flatMap((name) => ['--reporter', `${name}=${join(folder, name)}`]);
      const { code, stdout, stderr } = await validate(
        [join(folder, 'in'), '--lang', language, ...more, ...out],
        { env: { MSDK_APPKEY: secret, MSDK_MSDKKEY: `${secret}2` } },
      );
      expect(code).toBe(1);
      expect(stdout + stderr).toBe('');
      for (const name of reporters) {
        const report = readFileSync(join(folder, name), 'utf8');
        expect(report.length).toBeGreaterThan(10_000);
        const at = report.indexOf(secret);
        expect(at === -1 ? '' : report.slice(Math.max(0, at - 300), at + 50)).toBe('');
        expect(report).not.toContain(base64(secret).slice(0, -4));
      }
    },
  );

  it.each(['--request', '--format=http', '--format=har', '--format=json', '--format=ndjson'])(
    'where everything is read as something else: %s',
    async (option) => {
      const { stdout, stderr } = await validate([join(folder, 'in'), option]);
      const at = stdout.indexOf(secret);
      expect(at === -1 ? '' : stdout.slice(Math.max(0, at - 300), at + 50)).toBe('');
      expect(stderr).toBe('');
    },
  );

  it('of a file of keys, whatever is wrong with it', async () => {
    for (const text of [`{"appkey":"${secret}"`, `${secret} ${secret}`, `{"x":"${secret}"}`]) {
      const keys = temporaryFolder([{ path: 'keys', text }]);
      const { code, stdout, stderr } = await validate(['-', '--key-file', join(keys, 'keys')]);
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain(secret);
    }
  });
});
