import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createMsdk,
  sign,
  type Apps,
  type CallOptions,
  type HttpRequest,
  type Platform,
  type WholeOptions,
} from '../../generated/client/index.js';
import { validateRequest, type Endpoint } from '../../generated/validators/index.js';
import { specModel } from '../support/catalogue.js';
import { calledOf, type Called } from '../support/operations.js';
import {
  apps,
  bodyOf,
  findingsOf,
  nowhere,
  player,
  profile,
  queryOf,
  reply,
  scripted,
} from '../support/scripted.js';

const all = calledOf(specModel());

/** A client that sends to nobody, and what it sends. */
function sending(more: Partial<WholeOptions> = {}) {
  const { transport, requests } = scripted(reply({ ret: -1, msg: '' }));
  const options = { ...nowhere, transport, retry: false, onDeprecation: false, ...more } as const;
  const msdk = createMsdk<Apps>(options);
  /** What is sent for an endpoint's example. */
  const sent = async (
    { operation, input }: Called,
    platform: Platform,
    options: CallOptions = {},
  ): Promise<HttpRequest> => {
    requests.length = 0;
    const result = await msdk.client.call(operation, input, { platform, ...options }).result();
    const [request] = requests;
    if (request === undefined) throw new Error(`nothing sent: ${JSON.stringify(result)}`);
    return request;
  };
  return { msdk, sent, requests };
}

/** An endpoint with each platform that it serves. */
const pairs = all.flatMap((called) =>
  called.model.platforms.map((platform) => [called, platform] as const),
);
const appidOn = {
  qq: '100000001',
  wechat: 'wx0000000000000001',
  guest: 'G_100000001',
  apple: 'A_100000001',
};

function openidOn(platform: Platform, openid: unknown): unknown {
  return platform === 'guest' && typeof openid === 'string'
    ? openid.replace(/^(G_)?/, 'G_')
    : openid;
}

describe('every endpoint, on every platform that it serves', () => {
  it('is one of 64, and one at least serves each platform', () => {
    expect(all).toHaveLength(64);
    expect(new Set(pairs.map(([, platform]) => platform))).toEqual(
      new Set(['qq', 'wechat', 'guest', 'apple']),
    );
  });

  it('is asked with the platform’s app, player and key in the query', async () => {
    const { sent } = sending({ now: () => 1_478_745_715_999 });
    for (const [called, platform] of pairs) {
      const { model, input, example } = called;
      const request = await sent(called, platform);
      expect(request).toMatchObject({ method: model.httpMethod, origin: 'http://msdk.example' });
      expect(request.path.split('?', 1)).toEqual([model.path]);
      const openid = openidOn(platform, input['openid']);
      const own = Object.entries(example.query).map(([name, value]) => [name, String(value)]);
      expect(queryOf(request), `${model.path} ${platform}`).toEqual({
        ...Object.fromEntries(own),
        appid: appidOn[platform],
        ...(openid === undefined ? {} : { openid }),
        encode: '2',
        timestamp: '1478745715',
        sig: sign(apps[platform].key, '1478745715'),
      });
    }
  });

  it('has each fact of the query that it wants in the body, in the type that it wants', async () => {
    const { sent } = sending();
    const repeated = new Set<string>();
    for (const [called, platform] of pairs) {
      const { model, input, example } = called;
      const request = await sent(called, platform);
      if (!model.hasBody) {
        expect(request.body ?? '', model.path).toBe('');
        continue;
      }
      const expected: Record<string, unknown> = { ...example.request };
      for (const { name, repeats, type } of model.request) {
        if (repeats !== undefined) repeated.add(`${name} ${repeats} ${type.kind}`);
        const appid = appidOn[platform];
        if (repeats === 'appid') expected[name] = type.kind === 'int' ? Number(appid) : appid;
        else if (repeats === 'openid' && input['openid'] !== undefined)
          expected[name] = openidOn(platform, input['openid']);
      }
      const body = bodyOf(request);
      expect(body, `${model.path} ${platform}`).toEqual(expected);
      expect(validateRequest(model.path as Endpoint, body)).toMatchObject({ ok: true });
    }
    for (const kind of [
      'appid appid string',
      'oauth_consumer_key appid int',
      'guestid openid string',
    ])
      expect(repeated).toContain(kind);
  });

  it('takes each fact once', () => {
    for (const { model, operation } of all) {
      const taken = Object.keys(operation.input.properties ?? {});
      const repeats = model.request.flatMap(({ name, repeats }) => (repeats ? [name] : []));
      for (const name of ['appid', 'sig', 'encode', ...repeats])
        if (name !== 'openid') expect(taken, model.path).not.toContain(name);
    }
  });

  it('asks which platform is meant, where it serves several that the client has', async () => {
    const { msdk, requests } = sending();
    for (const { operation, input, model } of all) {
      requests.length = 0;
      const call = msdk.client.call(operation, input);
      if (model.platforms.length === 1) {
        await call.result();
        expect(requests, model.path).toHaveLength(1);
      } else {
        const findings = await findingsOf(call);
        expect(Object.keys(findings)).toEqual(['/options/platform']);
        for (const platform of model.platforms)
          expect(findings['/options/platform']).toContain(platform);
        expect(requests).toHaveLength(0);
      }
    }
  });

  it('asks no one where the client has an app on one of them only', async () => {
    for (const [called, platform] of pairs) {
      const { msdk, requests } = sending({ apps: { [platform]: apps[platform] } });
      await msdk.client.call(called.operation, called.input).result();
      expect(requests.map(queryOf), called.model.path).toMatchObject([
        { appid: appidOn[platform] },
      ]);
    }
  });

  it('is not called for a platform that it does not serve, or that the client has no app on', async () => {
    for (const { operation, input, model } of all) {
      const { msdk, requests } = sending();
      for (const platform of ['qq', 'wechat', 'guest', 'apple'] as const) {
        if (model.platforms.includes(platform)) continue;
        const call = msdk.client.call(operation, input, { platform });
        expect(await findingsOf(call)).toHaveProperty(['/options/platform']);
      }
      const without = sending({ apps: {} });
      expect(await findingsOf(without.msdk.client.call(operation, input))).toHaveProperty([
        '/options/platform',
      ]);
      expect([...requests, ...without.requests]).toHaveLength(0);
    }
  });
});

describe('a prefix', () => {
  it('that a guest’s ids have already is not put before them again', async () => {
    for (const [appid, openid] of [
      ['1', 'A1'],
      ['G_1', 'G_A1'],
      ['G_1', 'A1'],
    ] as const) {
      const { transport, requests } = scripted(reply({ ret: -1, msg: '' }));
      const guest = { appid, key: 'k' };
      const msdk = createMsdk({ baseUrl: nowhere.baseUrl, apps: { guest }, transport });
      await msdk.auth.guestCheckToken({ openid, accessToken: 't' }).result();
      expect(requests.map(queryOf)).toMatchObject([{ appid: 'G_1', openid: 'G_A1' }]);
      expect(requests.map(bodyOf)).toMatchObject([{ guestid: 'G_A1' }]);
    }
  });

  it('of Apple stands before the appid alone, once', async () => {
    const called = all.find(({ model }) => model.platforms.includes('apple'));
    if (called === undefined) throw new Error('no endpoint for Apple');
    for (const appid of ['1', 'A_1']) {
      const { sent } = sending({ apps: { apple: { appid, key: 'k' } } });
      const query = queryOf(await sent(called, 'apple'));
      expect(query).toMatchObject({ appid: 'A_1', openid: called.input['openid'] });
    }
  });
});

describe('the query', () => {
  const ask = async (openid: string, options: CallOptions = {}, more = {}) => {
    const { msdk, requests } = sending(more);
    await msdk.relation.qqprofile({ ...player, openid }, options).result();
    return requests.map(queryOf)[0];
  };

  it('says which key has signed', async () => {
    for (const encode of [1, 2] as const)
      expect(await ask('A1', {}, { encode })).toMatchObject({ encode: String(encode) });
  });

  it('carries what a call says beside its request', async () => {
    expect(
      await ask('A1', {
        msdkExtInfo: 'x_1',
        ishttps: 1,
        version: '2.0.6i',
        opua: 'a phone & more',
        conn: 0,
      }),
    ).toMatchObject({
      msdkExtInfo: 'x_1',
      ishttps: '1',
      version: '2.0.6i',
      opua: 'a phone & more',
      conn: '0',
    });
    expect(await ask('A1')).not.toHaveProperty('conn');
    expect(await ask('A1', {}, { conn: 1 })).toMatchObject({ conn: '1' });
    expect(await ask('A1', { conn: 0 }, { conn: 1 })).toMatchObject({ conn: '0' });
  });

  it('gives back every text as it was, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (openid) => {
        expect(await ask(openid)).toMatchObject({ openid });
      }),
    );
  });

  it('and the body have what the service gets, and the reply comes back', async () => {
    const { transport, requests } = scripted(reply(profile));
    const msdk = createMsdk({ ...nowhere, transport });
    expect(await msdk.relation.qqprofile(player)).toEqual(profile);
    expect(requests.map(bodyOf)).toEqual([{ appid: '100000001', ...player }]);
  });
});
