import { afterEach, describe, expect, it } from 'vitest';
import {
  createClient,
  encryption,
  createMsdk,
  relationQqprofileOperation,
  RequestError,
  retries,
  type BodyCodec,
  type MsdkOptions,
} from '../../generated/client/index.js';
import { createMock } from '../../generated/mock/index.js';
import { serve, type Served } from '../support/serve.js';
import {
  failureOf,
  findingsOf,
  nowhere,
  player,
  profile,
  reply,
  scripted,
} from '../support/scripted.js';

type Game = typeof nowhere.apps;

/** No cipher, but enough to tell what went through it. */
function xor(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes.map((byte) => byte ^ 0x5a));
}

const codec: BodyCodec = { encrypt: xor, decrypt: (body) => xor(body) };
const laterCodec: BodyCodec = {
  method: 'xor',
  encrypt: (body) => Promise.resolve(xor(body)),
  decrypt: async (body) => {
    await Promise.resolve();
    return xor(body);
  },
};
const encrypted = { status: 200, headers: {}, body: xor(reply(profile).body) };

const served: Served[] = [];
afterEach(async () => {
  for (const server of served.splice(0)) await server.close();
});

interface Seen {
  readonly body: string;
  readonly headers: readonly (string | null)[];
}

/** A server that speaks in cipher to who does, and what it saw. */
async function cipherServer(): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const mock = createMock();
  const server = await serve(async (request) => {
    const { headers } = request;
    const asked = [headers.get('content-encrypt'), headers.get('accept-encrypt')];
    const bytes = new Uint8Array(await request.arrayBuffer());
    const isCipher = asked[0] !== null;
    const body = new TextDecoder().decode(isCipher ? xor(bytes) : bytes);
    seen.push({ body, headers: asked });
    const answer = await mock.fetch(request.url, { method: request.method, body });
    const plain = new Uint8Array(await answer.arrayBuffer());
    return new Response(asked[1] === null ? plain : xor(plain), { headers: answer.headers });
  });
  served.push(server);
  return { url: server.url, seen };
}

describe('an encrypted call', () => {
  it.each([
    ['by the client', { encrypt: true, bodyCodec: codec }, {}, 'msdktea'],
    ['by itself', { bodyCodec: codec }, { encrypt: true }, 'msdktea'],
    ['by another method', { bodyCodec: laterCodec }, { encrypt: true }, 'xor'],
  ])('(%s) goes out and comes in through the codec', async (_by, more, call, method) => {
    const { url, seen } = await cipherServer();
    for (const sending of [{}, { fetch }]) {
      seen.length = 0;
      const msdk = createMsdk<Game>({ ...nowhere, baseUrl: url, ...more, ...sending });
      const answer = await msdk.relation.qqprofile(player, call).withResponse();
      expect(answer.data.ret).toBe(0);
      expect(JSON.parse(answer.text)).toMatchObject({ ret: 0 });
      expect(seen).toEqual([
        { body: JSON.stringify({ appid: '100000001', ...player }), headers: [method, method] },
      ]);
    }
  });

  it.each([
    ['that no one asks for', { bodyCodec: codec }, {}],
    ['that the call does not want', { bodyCodec: codec, encrypt: true }, { encrypt: false }],
  ])('%s is a plain one', async (_which, more, call) => {
    const { url, seen } = await cipherServer();
    const msdk = createMsdk<Game>({ ...nowhere, baseUrl: url, ...more });
    expect(await msdk.relation.qqprofile(player, call)).toMatchObject({ ret: 0 });
    expect(seen).toMatchObject([{ headers: [null, null] }]);
  });

  it('keeps its own headers, whatever the caller’s are', async () => {
    const { transport, requests } = scripted(encrypted);
    const msdk = createMsdk({ ...nowhere, transport, bodyCodec: codec, encrypt: true });
    const headers = { 'content-encrypt': 'none', 'Accept-Encrypt': 'none', 'x-game': '7' };
    await msdk.relation.qqprofile(player, { headers });
    const seen = Object.fromEntries(new Headers(requests[0]?.headers));
    expect(seen).toEqual({
      'accept-encrypt': 'msdktea',
      'content-encrypt': 'msdktea',
      'content-type': 'application/json',
      'x-game': '7',
    });
  });

  it('reports its error as any other', async () => {
    const failure = xor(reply({ ret: -10000, msg: '100030,no' }).body);
    const { transport } = scripted({ status: 200, headers: {}, body: failure });
    const msdk = createMsdk({ ...nowhere, transport, bodyCodec: codec, encrypt: true });
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({
      kind: 'api',
      platformCode: 100030,
    });
  });

  it('lets the codec tell by the headers whether a reply is plain', async () => {
    const bodyCodec: BodyCodec = {
      encrypt: xor,
      decrypt: (body, headers) =>
        headers['content-encrypt'] === undefined ? new Uint8Array(body) : xor(body),
    };
    const cipher = { ...encrypted, headers: { 'content-encrypt': 'msdktea' } };
    for (const step of [reply(profile), cipher]) {
      const { transport } = scripted(step);
      const msdk = createMsdk({ ...nowhere, transport, bodyCodec, encrypt: true });
      expect(await msdk.relation.qqprofile(player)).toMatchObject({ nickName: 'Ann' });
    }
  });

  it('leaves alone what is not from the service itself', async () => {
    const { transport } = scripted(reply('bad gateway', 502));
    const msdk = createMsdk({
      ...nowhere,
      transport,
      bodyCodec: codec,
      encrypt: true,
      retry: false,
    });
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({
      kind: 'http',
      status: 502,
      body: 'bad gateway',
    });
  });
});

describe('encryption without a codec', () => {
  it('is refused with the client’s options', () => {
    const options: MsdkOptions<Game> = { ...nowhere, encrypt: true };
    expect(() => createMsdk(options)).toThrow(RequestError);
    try {
      createMsdk(options);
    } catch (error) {
      expect(error).toMatchObject({
        findings: [
          { pointer: '/encrypt', message: expect.stringContaining('bodyCodec') as string },
        ],
      });
    }
  });

  it('is refused with the call’s options, and nothing is sent', async () => {
    const { transport, requests } = scripted(reply(profile));
    const msdk = createMsdk({ ...nowhere, transport });
    expect(await findingsOf(msdk.relation.qqprofile(player, { encrypt: true }))).toEqual({
      '/options/encrypt': expect.stringContaining('bodyCodec') as string,
    });
    const bare = createClient({ ...nowhere, transport, encrypt: true });
    expect(await findingsOf(bare.call(relationQqprofileOperation, player))).toHaveProperty([
      '/options/encrypt',
    ]);
    expect(requests).toHaveLength(0);
  });
});

describe('a codec that fails', () => {
  const fail = (): never => {
    throw new Error('no session key');
  };
  const failLater = (): Promise<never> => Promise.reject(new Error('no session key'));
  const giveNothing = (() => undefined) as unknown as BodyCodec['encrypt'];

  it.each([
    ['to encrypt', fail],
    ['to encrypt later', failLater],
    ['to give bytes', giveNothing],
  ])('%s ends the call before anything is sent, and says that', async (_what, encrypt) => {
    const { transport, requests } = scripted(encrypted);
    const msdk = createMsdk({
      ...nowhere,
      transport,
      encrypt: true,
      bodyCodec: { ...codec, encrypt },
    });
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({
      kind: 'request',
      findings: [{ pointer: '/bodyCodec' }],
    });
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['to decrypt', fail],
    ['to decrypt later', failLater],
    ['to give bytes', giveNothing],
  ])('%s of a reply is a reply error, and not repeated', async (_what, decrypt) => {
    const { transport, requests } = scripted(encrypted);
    const bodyCodec = { ...codec, decrypt };
    const policy = retries({ baseDelay: 1 });
    const encrypting = { encrypt: true, encryption: encryption(bodyCodec) };
    const client = createClient({ ...nowhere, ...encrypting, transport, retry: policy });
    const error = await failureOf(client.call(relationQqprofileOperation, player));
    expect(error).toMatchObject({ kind: 'reply', body: '' });
    expect(error.message).toContain('decrypt');
    expect(requests).toHaveLength(1);
  });

  it('to read what is no cipher is a reply error', async () => {
    const { transport } = scripted(reply(profile));
    const msdk = createMsdk({ ...nowhere, transport, encrypt: true, bodyCodec: codec });
    expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({ kind: 'reply' });
  });

  it('to come to an end is given up in its time', async () => {
    const never = (): Promise<never> => new Promise(() => undefined);
    for (const bodyCodec of [
      { ...codec, encrypt: never },
      { ...codec, decrypt: never },
    ]) {
      const { transport } = scripted(encrypted);
      const options = { transport, encrypt: true, bodyCodec, timeout: 20 };
      const msdk = createMsdk({ ...nowhere, ...options });
      expect(await failureOf(msdk.relation.qqprofile(player))).toMatchObject({ kind: 'timeout' });
    }
  });
});
