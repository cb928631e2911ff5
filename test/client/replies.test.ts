import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMsdk, isDegraded, type CallError } from '../../generated/client/index.js';
import { safeJson } from '../support/json-values.js';
import { failureOf, nowhere, player, profile, reply, scripted } from '../support/scripted.js';

/** What a client makes of a profile's reply. */
async function read(text: string): Promise<Record<string, unknown>> {
  const { transport } = scripted(reply(text));
  const msdk = createMsdk({ ...nowhere, transport });
  return { ...(await msdk.relation.qqprofile(player)) };
}

async function failureOfReply(text: string): Promise<CallError> {
  return failureOf(read(text));
}

/** A profile, and members beside those that are known. */
function profileWith(members: string): string {
  return `${JSON.stringify(profile).slice(0, -1)},${members}}`;
}

describe('a reply', () => {
  it('keeps the members that are not known, as they are', async () => {
    const unknown = { later: [1, 'two', null, { three: [] }], '': 0, 'a/b~c': true, toString: 'x' };
    expect(await read(JSON.stringify({ ...profile, ...unknown }))).toEqual({
      ...profile,
      ...unknown,
    });
  });

  it('is given in full beside its data', async () => {
    const text = ` ${JSON.stringify(profile)}\n`;
    const { transport } = scripted(reply(text));
    const msdk = createMsdk({ ...nowhere, transport });
    expect(await msdk.relation.qqprofile(player).withResponse()).toMatchObject({ text });
  });

  it('is told to be degraded by what it says of lost data', async () => {
    for (const [is_lost, expected] of [
      ['0', false],
      [0, false],
      ['1', true],
      [1, true],
      ['2', true],
    ] as const) {
      const data = await read(JSON.stringify({ ...profile, is_lost }));
      expect(isDegraded(data), String(is_lost)).toBe(expected);
    }
    for (const complete of [
      {},
      { is_lost: 0 },
      { is_lost: '' },
      { is_lost: null },
      { is_lost: false },
    ])
      expect(isDegraded(complete)).toBe(false);
  });

  it('is refused past the bytes that are allowed, and read up to them', async () => {
    const body = new TextEncoder().encode(JSON.stringify({ ...profile, nickName: 'é中😀' }));
    const pieces = (): Response =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            for (let at = 0; at < body.length; at += 7) controller.enqueue(body.slice(at, at + 7));
            controller.close();
          },
        }),
      );
    const fetch = (): Promise<Response> => Promise.resolve(pieces());
    const enough = createMsdk({ ...nowhere, fetch, maxReplyBytes: body.length });
    expect(await enough.relation.qqprofile(player)).toMatchObject({ nickName: 'é中😀' });
    const tooFew = createMsdk({ ...nowhere, fetch, maxReplyBytes: body.length - 1 });
    const error = await failureOf(tooFew.relation.qqprofile(player));
    expect(error).toMatchObject({ kind: 'reply', pointer: undefined, body: '' });
    expect(error.message).toContain(String(body.length - 1));
  });

  it('of 8 MiB is read where nothing is said, and one byte more is not', async () => {
    const most = 8 * 2 ** 20;
    const start = `{"ret":0,"msg":"`;
    const sized = (bytes: number): string => `${start}${'x'.repeat(bytes - start.length - 2)}"}`;
    const { auth } = createMsdk({
      ...nowhere,
      fetch: (url) => Promise.resolve(new Response(sized(most + Number(url.includes('openid=B'))))),
    });
    const ask = (openid: string) => auth.verifyLogin({ openid, openkey: 't', userip: '127.0.0.1' });
    expect(await ask('A')).toMatchObject({ ret: 0 });
    expect(await failureOf(ask('B'))).toMatchObject({ kind: 'reply' });
  });
});

describe('an integer beyond 2^53', () => {
  const digits = fc
    .bigInt({ min: 2n ** 53n, max: 10n ** 40n })
    .chain((size) => fc.constantFrom(String(size), String(-size)));

  it('keeps its digits in a member of text, as a text in a member that is not known', async () => {
    await fc.assert(
      fc.asyncProperty(digits, async (id) => {
        const text = `{"later":{"ids":[${id},7,"${id}",[{"id":\n${id} }]]},"nickName":${id},`;
        const data = await read(
          text + JSON.stringify({ ...profile, nickName: undefined }).slice(1),
        );
        expect(data).toMatchObject({
          nickName: id,
          later: { ids: [id, 7, id, [{ id }]] },
        });
      }),
    );
  });

  it('in a member of numbers is a reply error that says where', async () => {
    await fc.assert(
      fc.asyncProperty(digits, fc.boolean(), async (id, isText) => {
        const { yellow_vip_level: _level, ...others } = profile;
        const written = isText ? `"${id}"` : id;
        const text = `{"yellow_vip_level":${written},${JSON.stringify(others).slice(1)}`;
        expect(await failureOfReply(text)).toMatchObject({
          kind: 'reply',
          pointer: '/yellow_vip_level',
          body: text,
        });
      }),
    );
  });

  it('is none as long as a number holds it', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(
      await read(profileWith(`"a":${most},"b":${-most},"c":1234567890123456.5`)),
    ).toMatchObject({ a: most, b: -most, c: 1234567890123456.5 });
  });
});

describe('JSON', () => {
  it('of any form beside what is known is what JSON.parse makes of it', async () => {
    await fc.assert(
      fc.asyncProperty(safeJson, fc.constantFrom(undefined, 1, '\t'), async (value, space) => {
        // With an integer that makes the client look at every number.
        const text = JSON.stringify({ ...profile, later: value }, undefined, space);
        const big = profileWith(
          `"later":${JSON.stringify(value, undefined, space)},"big":${2n ** 60n}`,
        );
        const expected = JSON.parse(text) as object;
        expect(await read(text)).toEqual(expected);
        expect(await read(big)).toEqual({ ...expected, big: String(2n ** 60n) });
      }),
      { numRuns: 300 },
    );
  });

  /** A text in quotes, some of its characters escaped, which is the same text. */
  const quoted = (text: string): fc.Arbitrary<string> =>
    fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }).map((escapes) => {
      const units = Array.from({ length: text.length }, (_, index) =>
        escapes[index] === true
          ? `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`
          : JSON.stringify(text.charAt(index)).slice(1, -1),
      );
      return `"${units.join('')}"`;
    });
  // No half of a pair is escaped without the other, so that they stay one character.
  const name = fc
    .string({ unit: 'grapheme-ascii', maxLength: 4 })
    .filter((text) => text !== '__proto__');
  const tree = fc.letrec<{ value: string; object: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('1', '-0.5e3', 'true', 'null', '""', '":{"', '"\\\\\\":"', '[]'),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
      tie('object'),
    ),
    object: fc
      .uniqueArray(name, { maxLength: 4 })
      .chain((names) => fc.tuple(...names.map((one) => fc.tuple(quoted(one), tie('value')))))
      .map((members) => `{${members.map(([key, value]) => `${key}\n: ${value}`).join(',')}}`),
  }));
  const twice = name.chain((one) =>
    fc.tuple(quoted(one), tree.value, quoted(one), tree.value, tree.value),
  );

  it('whose objects have each member once is read, however its names are written', async () => {
    await fc.assert(
      fc.asyncProperty(tree.object, async (object) => {
        const text = profileWith(`"later":[${object}]`);
        expect(await read(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('with an object that has a member twice is refused, wherever it is and however it is written', async () => {
    const placed = fc.tuple(twice, tree.value, fc.integer({ min: 0, max: 3 }));
    await fc.assert(
      fc.asyncProperty(placed, async ([[first, one, second, two, between], other, depth]) => {
        const object = `{${first}:${one},"between these":${between},${second} :${two}}`;
        const nested = `${'[{"in":'.repeat(depth)}${object}${'}]'.repeat(depth)}`;
        const error = await failureOfReply(profileWith(`"first":${other},"later":${nested}`));
        expect(error).toMatchObject({
          kind: 'reply',
          message: expect.stringContaining('twice') as string,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('that JSON.parse refuses is refused, integers beyond 2^53 or not', async () => {
    for (const wrong of [
      '"a":01234567890123456789',
      '"a":-01234567890123456789',
      '"a":00000000000000000000',
      '"a":12345678901234567890.',
      '"a":+12345678901234567890',
      '"a":--12345678901234567890',
      '"a":0x12345678901234567890',
      '"a":12345678901234567890n',
      '12345678901234567890:1',
      '"a":[12345678901234567890,]',
      '"a":"12345678901234567890',
      "'a':1",
      '"a":NaN',
      '"a":1 "b":2',
    ]) {
      const text = profileWith(wrong);
      expect(() => JSON.parse(text) as unknown, wrong).toThrow(SyntaxError);
      expect(await failureOfReply(text), wrong).toMatchObject({ kind: 'reply' });
    }
  });

  it('inside a text, where a list or an object is wanted, is held to the same', async () => {
    const { transport } = scripted(
      reply({ ret: 0, msg: '', lists: '[{"openid":"B","openid":"C"}]', is_lost: '0' }),
      reply({
        ret: 0,
        msg: '',
        lists: '[{"openid":"B","nickName":12345678901234567890,"figureurl_qq":""}]',
        is_lost: '0',
      }),
    );
    const { relation } = createMsdk({ ...nowhere, transport });
    expect(await failureOf(relation.qqfriendsDetail(player))).toMatchObject({
      kind: 'reply',
      pointer: '/lists',
    });
    expect(await relation.qqfriendsDetail(player)).toMatchObject({
      lists: [{ nickName: '12345678901234567890' }],
    });
  });

  it('nested more deeply than calls can be is read, or refused as a reply', async () => {
    for (const depth of [1000, 100_000]) {
      const text = profileWith(`"deep":${'['.repeat(depth)}${']'.repeat(depth)}`);
      const outcome = await read(text).then(
        () => 'read',
        (error: unknown) => (error as CallError).kind,
      );
      expect(['read', 'reply']).toContain(outcome);
    }
  });
});
