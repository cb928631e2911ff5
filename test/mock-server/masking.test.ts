import { describe, expect, it } from 'vitest';
import { jsonReply } from '../support/mock-server/double.js';
import { post, send } from '../support/mock-server/raw.js';
import { serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

const secret = 'TOP-SECRET-1';

/** The requests as the admin surface lists them after one with this body. */
async function listed(body: string, target = '/auth/a', reply: object = { ret: 0 }) {
  const { url, port } = await serve(() => jsonReply(reply));
  await send(port, post(target, body));
  const text = await (await fetch(`${url}/__msdk/requests`)).text();
  const { requests } = JSON.parse(text) as { requests: Record<string, unknown>[] };
  return { text, first: requests[0] };
}

describe('a received request that is shown', () => {
  it.each([
    ['in a member', `{"accessToken":"${secret}"}`],
    ['deep in a member', `{"a":[{"b":{"openkey":"${secret}"}}]}`],
    ['in JSON within a member', `{"a":"{\\"accessToken\\":\\"${secret}\\"}"}`],
    ['in what is no JSON', `accessToken=${secret}&a=1`],
    ['in JSON that is broken', `{"accessToken":"${secret}","a":`],
    ['in a list', `{"accessToken":["${secret}"]}`],
    ['as a name', `{"accessToken":"${secret}","${secret}":1}`],
    ['again in an innocent member', `{"accessToken":"${secret}","a":"is ${secret}."}`],
    ['in a member that only is named like it', `{"myNewToken":"${secret}"}`],
  ])('has no secret %s', async (_where, body) => {
    const { text } = await listed(body);
    expect(text).not.toContain(secret);
  });

  it('has none in its query, its path and its reply', async () => {
    const target = `/auth/sig=${secret}?sig=${secret}&a=${secret}`;
    const { text } = await listed('{}', target, { ret: 0, accessToken: `${secret}-2` });
    expect(text).not.toContain(secret);
  });

  it('keeps all the rest, numbers that are secret aside', async () => {
    const { first } = await listed('{"accessToken":12345678,"openid":"O1","n":[1,null,true]}');
    expect(first).toMatchObject({
      number: 1,
      method: 'POST',
      path: '/auth/a',
      body: { accessToken: '***', openid: 'O1', n: [1, null, true] },
      reply: { ret: 0 },
    });
  });

  it('shows that a secret was empty', async () => {
    const { first } = await listed('{"accessToken":""}');
    expect(first).toMatchObject({ body: { accessToken: '' } });
  });

  it('may lie as deep as JSON does, and hold members of any name', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect((await listed(deep)).first).toMatchObject({ path: '/auth/a' });
    const { text } = await listed('{"__proto__":{"a":1},"constructor":2}');
    expect(text).toContain('"__proto__":{"a":1},"constructor":2');
  });
});
