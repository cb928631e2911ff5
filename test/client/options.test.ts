import { describe, expect, it } from 'vitest';
import {
  createClient,
  createMsdk,
  argumentChecks,
  environments,
  RequestError,
  type Environment,
  type MsdkOptions,
} from '../../generated/client/index.js';
import {
  apps,
  findingsOf,
  nowhere,
  player,
  profile,
  reply,
  scripted,
} from '../support/scripted.js';

/** What is said of options, by pointer, as a program without types would give them. */
function refusal(options: unknown): Record<string, string> {
  return findingsBy(() => createMsdk(options as MsdkOptions));
}

function findingsBy(make: () => unknown): Record<string, string> {
  try {
    make();
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    expect(error.endpoint).toBe('');
    for (const { pointer } of error.findings) expect(error.message).toContain(pointer);
    const said = error.findings.map(({ pointer, message, suggestion }) => [
      pointer,
      suggestion === undefined ? message : `${message}; ${suggestion}`,
    ]);
    return Object.fromEntries(said) as Record<string, string>;
  }
  return {};
}

describe('an environment', () => {
  it.each(Object.entries(environments))('%s is at %s', async (environment, address) => {
    const { transport, requests } = scripted(reply(profile));
    const msdk = createMsdk({ apps, environment: environment as Environment, transport });
    await msdk.relation.qqprofile(player);
    expect(requests.map(({ origin }) => origin)).toEqual([address]);
    expect(new URL(address).origin).toBe(address);
  });

  it('is needed, or an address, and not both', () => {
    expect(refusal({ apps })).toEqual({ '/baseUrl': expect.stringContaining('missing') as string });
    expect(refusal({ apps, baseUrl: 'http://x', environment: 'testIos' })).toEqual({
      '/environment': 'cannot stand beside baseUrl',
    });
    expect(refusal({ apps, environment: undefined, baseUrl: 'http://x' })).toEqual({});
    expect(refusal({ apps, environment: 'testIos', baseUrl: undefined })).toEqual({});
  });

  it('is known by its name, and a name that is near is suggested', () => {
    expect(refusal({ apps, environment: 'testios' })['/environment']).toMatch(
      /^must be one of .*formalIntranet.*; did you mean "testIos"\?$/,
    );
    for (const environment of ['', 'nowhere', 'toString', '__proto__'])
      expect(refusal({ apps, environment })).toEqual({
        '/environment': expect.stringMatching(/^must be one of/) as string,
      });
    for (const environment of [7, null, {}])
      expect(refusal({ apps, environment })).toEqual({ '/environment': 'must be a string' });
  });
});

describe('the options of a client', () => {
  it('are refused with everything that is wrong with them at once', () => {
    const findings = refusal({
      baseurl: 'http://x',
      environment: 'testIOS ',
      apps: {
        qq: { appid: '', key: 7, apikey: 'a secret' },
        wechat: null,
        facebook: { appid: '1', key: 'k' },
      },
      encode: 3,
      timeout: '3100',
      maxReplyBytes: 0.5,
      fetch: 'fetch',
      transport: {},
      interceptors: [() => undefined, 7],
      observers: {},
      explain: 'zh',
      bodyCodec: 'msdktea',
      encrypt: 1,
      conn: '1',
      now: 0,
      validate: 'yes',
      retry: { attemps: 5, baseDelay: -1, when: true },
      onDeprecation: true,
    });
    expect(findings).toEqual({
      '/baseurl': 'is not an option; did you mean "baseUrl"?',
      '/environment': expect.stringMatching(/did you mean "testIos"\?$/) as string,
      '/apps/qq/appid': 'must be a string that is not empty',
      '/apps/qq/key': 'must be a string that is not empty, or a function that gives one',
      '/apps/qq/apikey': expect.stringMatching(/^is not an option/) as string,
      '/apps/wechat': 'must be an object',
      '/apps/facebook': 'is no platform: qq, wechat, guest, apple',
      '/encode': 'must be 1, the appkey, or 2, the msdkkey',
      '/timeout': expect.stringMatching(/^must be milliseconds/) as string,
      '/maxReplyBytes': 'must be a number of bytes',
      '/fetch': expect.any(String) as string,
      '/transport': 'must be a function',
      '/interceptors': 'must be an array of functions',
      '/observers': 'must be an array of functions',
      '/explain': 'must be a function',
      '/bodyCodec': 'must be an object',
      '/encrypt': 'must be true or false',
      '/conn': 'must be 0 or 1',
      '/now': 'must be a function',
      '/validate': 'must be true or false',
      '/retry/attemps': 'is not an option; did you mean "attempts"?',
      '/retry/baseDelay': expect.stringMatching(/^must be milliseconds/) as string,
      '/retry/when': 'must be a function',
      '/onDeprecation': 'must be false or a function',
    });
  });

  it('show no key in what is said of them', () => {
    const secret = 'a key kept secret';
    const wrong = { ...nowhere, apps: { qq: { appid: [secret], key: [secret], kye: secret } } };
    try {
      createMsdk(wrong as unknown as MsdkOptions);
    } catch (error) {
      expect(String(error)).toContain('/apps/qq/key');
      expect(String(error)).not.toContain(secret);
    }
    expect.assertions(2);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'http://msdk.example'],
  ])('that are %s are refused', (_what, options) => {
    expect(refusal(options)).toEqual({ '': 'the options are missing' });
  });

  it('without apps are refused', () => {
    expect(refusal({ baseUrl: 'http://x' })).toEqual({ '/apps': 'is missing' });
    expect(refusal({ baseUrl: 'http://x', apps: { qq: {} } })).toEqual({
      '/apps/qq/appid': 'is missing',
      '/apps/qq/key': 'is missing',
    });
    for (const wrong of [null, 'qq', []])
      expect(refusal({ baseUrl: 'http://x', apps: wrong })).toEqual({
        '/apps': 'must be an object',
      });
  });

  it.each([
    '',
    'msdk.example',
    '/relative',
    'ftp://msdk.example',
    'file:///etc/passwd',
    'http://',
    'http://msdk.example?x=1',
    'http://msdk.example#x',
    'http://user@msdk.example',
    'http://user:password@msdk.example',
    'http://:password@msdk.example',
    7,
    null,
  ])('with the address %s are refused', (baseUrl) => {
    expect(refusal({ apps, baseUrl })).toEqual({
      '/baseUrl': expect.stringContaining('http:// or https://') as string,
    });
  });

  it.each([0, -1, 0.5, NaN, Infinity, 2 ** 31, '50', null])(
    'with the time-out %s are refused, with a call’s as well as with a client’s',
    async (timeout) => {
      const said = expect.stringMatching(/^must be milliseconds, from 1/) as string;
      expect(refusal({ ...nowhere, timeout })).toEqual({ '/timeout': said });
      const { transport, requests } = scripted(reply(profile));
      const { relation } = createMsdk({ ...nowhere, transport });
      const call = relation.qqprofile(player, { timeout: timeout as number });
      expect(await findingsOf(call)).toEqual({ '/options/timeout': said });
      expect(requests).toHaveLength(0);
    },
  );

  it('cannot name two ways to send', () => {
    const { transport } = scripted(reply(profile));
    expect(refusal({ ...nowhere, transport, fetch })).toEqual({
      '/fetch': 'cannot stand beside transport',
    });
  });

  it('that are undefined are as if they were not there', async () => {
    const names =
      'encode timeout maxReplyBytes fetch interceptors explain bodyCodec encrypt conn now validate retry observers onDeprecation environment';
    const left = Object.fromEntries(names.split(' ').map((name) => [name, undefined]));
    const { transport, requests } = scripted(reply(profile));
    const options = { ...left, ...nowhere, transport } as unknown as MsdkOptions<typeof apps>;
    expect(await createMsdk(options).relation.qqprofile(player)).toEqual(profile);
    expect(requests).toHaveLength(1);
  });

  it('of a bare client are held to the same, where it is given checks', () => {
    const wrong = { ...nowhere, timeout: -1, validate: true, baseUrl: 'x', checks: argumentChecks };
    expect(findingsBy(() => createClient(wrong))).toEqual({
      '/timeout': expect.any(String) as string,
      '/validate': expect.stringMatching(/^is not an option/) as string,
      '/baseUrl': expect.any(String) as string,
    });
  });
});

describe('the options of a call', () => {
  it('are refused with everything that is wrong with them and the request at once', async () => {
    const { transport, requests } = scripted(reply(profile));
    const { relation } = createMsdk({ ...nowhere, transport });
    const wrong = {
      platfrom: 'qq',
      platform: 'facebook',
      msdkExtInfo: 'a b',
      ishttps: 2,
      version: 2,
      opua: {},
      conn: true,
      encrypt: 'yes',
      signal: {},
      headers: 'x: 1',
    };
    const call = relation.qqprofile({ openId: 'A1' } as never, wrong as never);
    expect(await findingsOf(call)).toMatchObject({
      ...Object.fromEntries(
        Object.keys(wrong).map((name) => [`/options/${name}`, expect.any(String) as string]),
      ),
      '/openId': expect.any(String) as string,
      '/openid': 'is missing',
      '/accessToken': 'is missing',
    });
    expect(requests).toHaveLength(0);
  });
});
