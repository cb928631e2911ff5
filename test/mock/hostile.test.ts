import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specModel } from '../support/catalogue.js';
import { bodyOf, calledMock, callOf, type Json } from '../support/mock-caller.js';

const { operations } = specModel();
const path = '/relation/qqfriends_detail';
const query = 'timestamp=1&appid=100000001&sig=x&encode=2';

/** What the mock answers to bytes, in process. */
async function post(target: string, body: Uint8Array<ArrayBuffer> | string): Promise<Json> {
  const { mock } = calledMock();
  const response = await mock.fetch(`http://mock${target}`, { method: 'POST', body });
  expect(response.status).toBe(200);
  const reply = JSON.parse(await response.text()) as Json;
  expect(reply['ret']).toEqual(expect.any(Number));
  return reply;
}

describe('hostile requests', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, number]>([
    ['bytes that are no UTF-8', Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d), -304],
    ['a byte order mark', `\uFEFF${JSON.stringify(bodyOf(path))}`, -304],
    ['null', 'null', -304],
    ['a number', '1', -304],
    ['a list of bodies', JSON.stringify([bodyOf(path)]), -304],
    ['half a body', JSON.stringify(bodyOf(path)).slice(0, 40), -304],
    ['two bodies', `${JSON.stringify(bodyOf(path))}{}`, -304],
    ['blanks', ' \n\t ', -501],
    ['lists in lists in lists', '['.repeat(100_000), -304],
    ['lists in lists, closed', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, -304],
    ['a form', 'appid=1&openid=2', -304],
  ])('%s: refused as documented', async (_what, body, ret) => {
    expect(await post(`${path}?${query}`, body)).toMatchObject({ ret });
  });

  it.each([
    [20_000, -304],
    [400, 0],
  ])('%i objects in one another in a member that nobody knows', async (depth, ret) => {
    const deep = `${'{"[\\"":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const body = `${JSON.stringify(bodyOf(path)).slice(0, -1)},"unknown":${deep}}`;
    expect(await post(`${path}?${query}`, body)).toMatchObject({ ret });
  });

  it('brackets in texts are no nesting', async () => {
    const body = JSON.stringify(bodyOf(path, { unknown: '[{'.repeat(5000) }));
    expect(await post(`${path}?${query}`, body)).toMatchObject({ ret: 0 });
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    'a member %s changes no other object',
    async (name) => {
      const { ask, mock } = calledMock();
      const body = JSON.stringify(bodyOf(path)).replace('{', `{"${name}":{"polluted":1},`);
      await ask(path, body, { query: { [name]: 'x' } });
      await ask(
        '/profile/subscribe_setlist',
        bodyOf('/profile/subscribe_setlist', { openid: name }),
      );
      await ask('/profile/get_gift', bodyOf('/profile/get_gift', { openid: name }));
      await ask(
        '/relation/createbind_groupv2',
        bodyOf('/relation/createbind_groupv2', { guild_id: name, zone_id: name }),
      );
      mock.restore(mock.snapshot());
      expect(({} as Json)['polluted']).toBeUndefined();
      expect(mock.snapshot().players?.some(({ openid }) => openid === name)).toBe(true);
    },
  );

  it.each([
    '/../../etc/passwd',
    '/auth/..%2f..%2fetc',
    '/auth/__proto__',
    '/__proto__/verify_login',
    '/constructor/constructor',
    '/',
    '//',
    '/auth',
    '/auth/verify_login/x',
    '/Auth/verify_login',
    '/auth/verify_login%00',
  ])('the path %s is no interface', async (target) => {
    const { mock } = calledMock();
    const request = { method: 'POST', target, header: () => undefined, body: '{}' };
    expect(JSON.parse((await mock.answer(request)).body)).toMatchObject({ ret: -505 });
  });

  it.each(['%', '%zz', '%ff%fe', '=', '&&&', 'a=b=c', '?', '#', 'timestamp', '\u0000'])(
    'the query %j is read',
    async (text) => {
      const { mock } = calledMock();
      const request = {
        method: 'POST',
        target: `${path}?${text}`,
        header: () => undefined,
        body: '',
      };
      expect(JSON.parse((await mock.answer(request)).body)).toMatchObject({ ret: -506 });
    },
  );

  it('any JSON in any member gives a reply, and what is refused leaves no trace', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...operations.filter(({ hasBody }) => hasBody)),
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        async (operation, value, at) => {
          const { ask, mock } = calledMock();
          const [to, body = {}, extras] = callOf(operation);
          const names = Object.keys(body);
          const name = names[at % names.length] ?? '';
          const before = mock.snapshot();
          const reply = await ask(to, { ...body, [name]: value as unknown }, extras);
          expect(reply['ret']).toEqual(expect.any(Number));
          if (reply['ret'] === -1011) expect(mock.snapshot()).toEqual(before);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('any text anywhere in a request line gives a reply', async () => {
    const { mock } = calledMock();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (target, body) => {
        const header = (): string => target;
        const reply = await mock.answer({ method: body, target, header, body });
        expect(JSON.parse(reply.body)).toMatchObject({ ret: expect.any(Number) as number });
      }),
      { numRuns: 500 },
    );
  });
});
