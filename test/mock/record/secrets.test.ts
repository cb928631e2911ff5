import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchange, recordingOf } from '../../support/judged-recording.js';
import { query, replyWith } from '../../support/upstream.js';

/** Secrets told apart from everything else that stands in an exchange. */
const secret = fc
  .string({
    unit: fc.constantFrom(...Array.from('ABCxyz019+/=%&;"\\ é中😀<>-_.:\n')),
    minLength: 6,
    maxLength: 40,
  })
  .map((text) => `Zq${text}qZ`)
  // What stands at the ends of a value is no part of it to those who read it.
  .filter((text) => text.length >= 8);

/** The ways in which a secret that is named in an exchange stands in it once more, with no name that tells. */
const places: readonly ((
  secret: string,
) => Partial<Record<'query' | 'path' | 'request' | 'response', unknown>>)[] = [
  (one) => ({ response: { ret: -1, msg: `bad ${one}, sorry` } }),
  (one) => ({ response: { ret: -1, msg: '', lists: [{ a: [one] }] } }),
  (one) => ({ response: { [one]: 1 } }),
  (one) => ({ response: `<p>${one}</p>` }),
  (one) => ({ response: `{"ret":0,"ret":0,"msg":${JSON.stringify(one)}}` }),
  (one) => ({ request: { note: one } }),
  (one) => ({ request: { extra: JSON.stringify({ note: one }) } }),
  (one) => ({ request: { url: `http://a/?b=${encodeURIComponent(one)}` } }),
  (one) => ({ request: { extra: JSON.stringify({ accessToken: one }) } }),
  (one) => ({ query: { note: one } }),
  (one) => ({ query: { [one]: 'note' } }),
  (one) => ({ path: `/auth/${encodeURIComponent(one)}` }),
];

/** The ways in which a secret is named. */
const names = [
  'accessToken',
  'access_token',
  'openkey',
  'refreshToken',
  'secret',
  'pfKey',
  'paytoken',
  'X-Session-Key',
];

describe('no secret', () => {
  it('stands in a recording, in whatever place and spelling it came', async () => {
    const carrier = fc.constantFrom('query', 'repeated', 'request', 'nested', 'response');
    await fc.assert(
      fc.asyncProperty(
        secret,
        fc.constantFrom(...names),
        carrier,
        fc.constantFrom(...places),
        async (one, name, from, place) => {
          const other = place(one);
          const pairs = Object.entries({
            ...(other.query as Record<string, string>),
            ...(from === 'query' || from === 'repeated' ? { [name]: one } : {}),
          });
          const own = new URLSearchParams(
            from === 'repeated' ? [...pairs, ...pairs, ['a', '1']] : pairs,
          );
          const request = {
            ...(other.request as object),
            ...(from === 'request'
              ? { [name]: one }
              : from === 'nested'
                ? { a: [{ [name]: { b: one } }] }
                : {}),
          };
          const response =
            other.response ??
            (from === 'response' ? { ret: 0, msg: '', [name]: one } : { ret: 0, msg: '' });
          const hasName = from !== 'response' || other.response === undefined;
          fc.pre(hasName);
          const reply = replyWith(response);
          const path = (other.path as string | undefined) ?? '/auth/verify_login';
          const { text } = await recordingOf([
            exchange(`${path}?${own.toString()}`, request, reply),
          ]);
          const line = JSON.parse(text) as Record<string, unknown>;
          for (const form of [
            text,
            String(line['response']),
            decodeURIComponent(String(line['path'])),
            ...leavesOf(line),
          ])
            for (const spelt of [one, encodeURIComponent(one), JSON.stringify(one).slice(1, -1)])
              expect(form).not.toContain(spelt);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('stands in a line about what is no JSON', async () => {
    const bodies = [
      'accessToken=S3CR3T-q7Zk&a=1',
      '{"accessToken":"S3CR3T-q7Zk",',
      "{'openkey': 'S3CR3T-q7Zk'}",
    ];
    for (const body of bodies) {
      const { text } = await recordingOf([
        exchange(`/a?${query}`, body, replyWith(`got ${body} or S3CR3T%2dq7Zk`)),
      ]);
      expect(text).not.toContain('S3CR3T');
    }
  });

  it('stands elsewhere as it is, though its own text has escapes', async () => {
    const body = '{"a":1,"a":2,"accessToken":"S3CR3T\\"q7Zk\\\\x"}';
    const reply = replyWith({ ret: -1, msg: 'got S3CR3T"q7Zk\\x' });
    const { text } = await recordingOf([exchange(`/a?${query}`, body, reply)]);
    expect(text).not.toContain('S3CR3T');
  });

  it('stands in a signature, which keeps its form', async () => {
    const { text } = await recordingOf([
      exchange(
        `/auth/verify_login?${query}`,
        {},
        replyWith({ ret: -502, msg: 'b5902740eb307332799ab71150d33e67 is wrong' }),
      ),
    ]);
    expect(text).not.toContain('b5902740eb307332799ab71150d33e67');
    const { query: own, response } = JSON.parse(text) as {
      query: { sig: string };
      response: { msg: string };
    };
    expect(response.msg).toBe(`${own.sig} is wrong`);
  });
});

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...leavesOf(member)]);
}
