import { describe, expect, it } from 'vitest';
import { EntryWriter } from '../../../generator/mock/record/entry.js';
import type { SeenExchange } from '../../../generator/mock/record/seen.js';
import { brokenSamples, exampleSamples, type Sample } from '../../support/exchanges.js';
import { exchange, findingsInLines, recordingOf } from '../../support/judged-recording.js';
import { asked, knowledge, query, replyWith } from '../../support/upstream.js';

/** A sample as it passes by. */
function seen({ endpoint, method, query: parameters, request, response }: Sample): SeenExchange {
  const target = `/${endpoint}/?${new URLSearchParams(parameters).toString()}`;
  return {
    at: 0,
    milliseconds: 1,
    request: asked(target, request ?? '', {}, method),
    reply: replyWith(response),
  };
}

/** The line that an exchange would be with its secrets. */
async function openLine(one: SeenExchange): Promise<string> {
  return `${JSON.stringify(await new EntryWriter(knowledge).write(one))}\n`;
}

/** A finding without words about what a mask changes. */
const kind = ({ code, pointer, severity, endpoint }: Record<string, string>): string =>
  [severity, code, endpoint, pointer].join(' ');

describe('a recording', () => {
  it('has one line for each exchange, with what people need beside what is judged', async () => {
    const { text, problems } = await recordingOf([
      exchange(
        `//wxoauth/verify_login/?${query}`,
        '{"openid": "O1"}',
        replyWith({ ret: 0, msg: '' }),
      ),
      exchange('/nowhere?a=1&a=2', 'no JSON', {
        ...replyWith('<html>', 500),
        headers: { 'Content-Type': 'text/html' },
      }),
    ]);
    expect(problems).toEqual([]);
    const [first, second, ...rest] = text
      .split('\n')
      .map((line) => (line === '' ? '' : (JSON.parse(line) as unknown)));
    expect(rest).toEqual(['']);
    expect(first).toEqual({
      at: '2016-11-13T01:20:00.000Z',
      method: 'POST',
      path: '//wxoauth/verify_login/',
      endpoint: '/auth/verify_login',
      query: {
        timestamp: '1478745715',
        appid: '100000001',
        sig: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
        openid: 'O1',
        encode: '2',
      },
      request: { openid: 'O1' },
      status: 200,
      response: { ret: 0, msg: '' },
      milliseconds: 13,
    });
    expect(second).toMatchObject({
      path: '/nowhere',
      endpoint: '/nowhere',
      query: 'a=1&a=2',
      request: 'no JSON',
      status: 500,
      contentType: 'text/html',
      response: '<html>',
    });
  });

  it('keeps as text what JSON would not say the same', async () => {
    const deep = '['.repeat(5000) + ']'.repeat(5000);
    const texts = [deep, '{"a":1,"a":2}', '{"a":12345678901234567890}', '{"a":1.0}', '"text"', '{'];
    for (const body of texts) {
      const { text } = await recordingOf([exchange('/a', body, replyWith('{}'))]);
      expect((JSON.parse(text) as { request: unknown }).request).toBe(body);
    }
    const same = ['{ "a":\n"\\u4e2d\\/" }', '[1, {"b": null}]', '7'];
    for (const body of same) {
      const { text } = await recordingOf([exchange('/a', body, replyWith('{}'))]);
      expect((JSON.parse(text) as { request: unknown }).request).toEqual(JSON.parse(body));
    }
  });

  it('passes where the exchange does: every example of the catalogue', async () => {
    const all = exampleSamples.map(seen);
    const { text } = await recordingOf(all);
    const open = (await Promise.all(all.map(openLine))).join('');
    expect(text.split('\n')).toHaveLength(all.length + 1);
    expect(await findingsInLines(text)).toEqual(await findingsInLines(open));
  });

  it('has the findings that the exchange has: every kind of broken fact', async () => {
    const all = brokenSamples(3).map(seen);
    const { text } = await recordingOf(all);
    const open = (await Promise.all(all.map(openLine))).join('');
    const found = (await findingsInLines(text)).map(kind);
    expect(found.length).toBeGreaterThan(400);
    expect(found).toEqual((await findingsInLines(open)).map(kind));
  });

  it('has the findings that signatures and secrets of a wrong form have', async () => {
    const forms = ['0123', 'XYZ'.repeat(11), 'ABCDEF0123456789'.repeat(2), 'a'.repeat(31), ''];
    const all = forms.map((sig) =>
      exchange(
        `/auth/verify_login?timestamp=1&appid=1&sig=${sig}&openid=O1&encode=2&sig2=1&openid=O1`,
        { accessToken: 1234567890, openkey: ['12345678901', { a: true }], openid: 'O1' },
        replyWith({ ret: -1, msg: '' }),
      ),
    );
    const { text } = await recordingOf(all);
    const open = (await Promise.all(all.map(openLine))).join('');
    const found = (await findingsInLines(text)).map(kind);
    expect(found).toEqual((await findingsInLines(open)).map(kind));
    expect(found).toContain('error wrong-form /auth/verify_login /sig');
    expect(found).toContain('error wrong-type /auth/verify_login /openkey');
    expect(text).not.toContain('12345678');
  });

  it('tells of a status that is none of the service, and does not judge what came with it', async () => {
    const one = exchange(
      `/auth/verify_login?${query}`,
      { appid: '1', openid: 'O1', openkey: 'K', userip: '' },
      replyWith('<html>', 503),
    );
    const { text } = await recordingOf([one]);
    const codes = (await findingsInLines(text)).map(({ code }) => code);
    expect(codes).toContain('wrong-status');
    expect(codes).not.toContain('invalid-json');
  });

  it('tells of an empty body only where there should be one', async () => {
    const empty = (endpoint: string) =>
      exchange(`${endpoint}?${query}`, '', replyWith({ ret: -1, msg: '' }));
    const { text } = await recordingOf([
      empty('/auth/verify_login'),
      empty('/profile/get_xinyue_super'),
    ]);
    const found = (await findingsInLines(text)).filter(({ code }) => code === 'invalid-json');
    expect(found.map(({ endpoint }) => endpoint)).toEqual(['/auth/verify_login']);
  });

  it('gives the same stand-in to the same secret, and another to another', async () => {
    const of = (accessToken: string) =>
      exchange(`/auth/check_token?${query}`, { accessToken }, replyWith({ ret: 0, msg: '' }));
    const { text } = await recordingOf([of('TOKEN-ONE'), of('TOKEN-TWO'), of('TOKEN-ONE')]);
    const tokens = text
      .trim()
      .split('\n')
      .map(
        (line) => (JSON.parse(line) as { request: { accessToken: string } }).request.accessToken,
      );
    expect(tokens[0]).toMatch(/^\*{3}[0-9a-f]{8}$/);
    expect(tokens[2]).toBe(tokens[0]);
    expect(tokens[1]).not.toBe(tokens[0]);
    const again = await recordingOf([of('TOKEN-ONE')]);
    expect(again.text).not.toContain(tokens[0]);
  });
});
