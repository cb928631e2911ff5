import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { caller, key, login, token, transports } from '../../support/hostile/caller.js';
import type { Expected } from '../../support/hostile/fault.js';
import { head, hostileServer, reply, statusReply } from '../../support/hostile/server.js';
import { expectNoSecret } from '../../support/hostile/shown.js';

/** What a server knows of a request and may tell. */
interface Told {
  readonly key: string;
  readonly token: string;
  readonly sig: string;
  /** The request as it came in. */
  readonly request: string;
}

type Echo = (told: Told) => string | Uint8Array;

const all = ({ token, sig, key }: Told): string => `${token} ${sig} ${key} sig=${sig}`;

/** Replies that tell the secrets, and what a call ends in. */
const echoes: readonly (readonly [where: string, kind: Expected['kind'], echo: Echo])[] = [
  ['the text of a failure', 'api', (told) => reply(JSON.stringify({ ret: -1, msg: all(told) }))],
  [
    'the text of a failure, which is an object',
    'api',
    (told) => reply(JSON.stringify({ ret: -1, msg: { of: all(told) } })),
  ],
  [
    'the text of a failure, as in a URL',
    'api',
    ({ token, sig }) =>
      reply(JSON.stringify({ ret: -1, msg: `?openkey=${encodeURIComponent(token)}&s=${sig}` })),
  ],
  [
    'the text of a failure of the platform',
    'api',
    (told) => reply(JSON.stringify({ ret: -10000, msg: `100030,${all(told)}` })),
  ],
  [
    'what is passed through a failure',
    'api',
    (told) => reply(JSON.stringify({ ret: -1, msg: 'no', msdkExtInfo: all(told) })),
  ],
  [
    'other members of a failure',
    'api',
    (told) => reply(JSON.stringify({ ret: -1, msg: 'no', err_type: all(told), [all(told)]: 1 })),
  ],
  ['an HTML page', 'reply', (told) => reply(`<html>${all(told)}</html>`)],
  ['truncated JSON', 'reply', (told) => reply(`{"ret":0,"msg":"${all(told)}`)],
  ['JSON that is none from its first letter', 'reply', ({ token }) => reply(token)],
  [
    'the name of a member that comes twice',
    'reply',
    (told) => reply(`{"ret":0,${JSON.stringify(all(told))}:1,${JSON.stringify(all(told))}:2}`),
  ],
  ['what is not UTF-8', 'reply', (told) => reply(Buffer.from(`${all(told)}\xff`, 'latin1'))],
  ['a ret', 'reply', (told) => reply(JSON.stringify({ ret: all(told) }))],
  ['a page with status 500', 'http', (told) => statusReply('500 No', all(told))],
  ['the reason of a status', 'http', ({ sig }) => statusReply(`500 ${sig}`, '')],
  [
    'the address of a redirect',
    'http',
    ({ token, sig }) =>
      statusReply('302 Found', '', `location: /?k=${encodeURIComponent(token)}&sig=${sig}`),
  ],
  ['the name of a coding', 'reply', ({ sig }) => reply('\xff', `content-encoding: ${sig}`)],
  ['a status line that is none', 'network', ({ request }) => `HTTP/1.1 ${request}`],
  ['no HTTP at all', 'network', ({ request }) => request],
  [
    'a header before one that is none',
    'network',
    ({ token, sig }) => head(`x-sig: ${sig}`, `x-token: ${token}`, 'none'),
  ],
  ['a length that is none', 'network', ({ token }) => head(`content-length: ${token}`)],
  [
    'chunks that are none',
    'network',
    (told) => `${head('transfer-encoding: chunked')}${all(told)}\r\n`,
  ],
];

/** Errors that come from the client's own side, and their words. */
const own: readonly (readonly [where: string, fetch: () => Promise<Response>])[] = [
  ['in its message', () => Promise.reject(new Error(`cannot send ${token} signed by ${key}`))],
  [
    'in a cause of its cause',
    () => Promise.reject(new Error('no', { cause: new Error('no', { cause: new Error(token) }) })),
  ],
  ['in a member', () => Promise.reject(Object.assign(new Error('no'), { request: { token } }))],
  [
    'in bytes',
    () => Promise.reject(Object.assign(new Error('no'), { packet: Buffer.from(`a ${token}`) })),
  ],
  [
    'in a map',
    () => Promise.reject(Object.assign(new Error('no'), { sent: new Map([['t', token]]) })),
  ],
];

describe.each(transports)('over %s, no log of an error tells a secret', (_transport, options) => {
  it.each(echoes)('that a server tells in %s', async (_where, kind, echo) => {
    let sig = '';
    const server = await hostileServer({
      request: (socket: Socket, { text }) => {
        sig = /[?&]sig=([^& ]+)/.exec(text)?.[1] ?? '';
        socket.end(echo({ key, token, sig, request: text }));
      },
    });
    const msdk = caller(server.url, options);
    const result = await msdk.auth.verifyLogin(login).result();
    const error = result.ok ? undefined : result.error;
    expect(sig).toMatch(/^[0-9a-f]{32}$/);
    expect(error).toMatchObject({ kind });
    expectNoSecret(error, [key, token, sig]);
    msdk.client.close();
    await server.close();
  });
});

describe('no log of an error tells a secret', () => {
  it.each(own)('that a fetch tells %s', async (_where, fetch) => {
    const result = await caller('http://127.0.0.1:1', { fetch }).auth.verifyLogin(login).result();
    const error = result.ok ? undefined : result.error;
    expect(error).toMatchObject({ kind: 'network' });
    expectNoSecret(error, [key, token]);
  });

  it.each<[string, () => Promise<string>]>([
    ['text', () => Promise.reject(new Error(`vault: ${token}`))],
    ['an object', () => Promise.reject(Object.assign(new Error('vault'), { held: { token } }))],
  ])('that a key’s function tells as %s', async (_what, failing) => {
    const apps = { qq: { appid: '100000001', key: failing } };
    const result = await caller('http://127.0.0.1:1', { apps }).auth.verifyLogin(login).result();
    const error = result.ok ? undefined : result.error;
    expect(error).toMatchObject({ kind: 'request' });
    expectNoSecret(error, [token]);
  });

  it('that stands in a request which is refused', async () => {
    const wrong = { openid: 7, openkey: [token], userip: 'no address' };
    const result = await caller('http://127.0.0.1:1')
      .auth.verifyLogin(wrong as unknown as typeof login)
      .result();
    const error = result.ok ? undefined : result.error;
    expect(error).toMatchObject({ kind: 'request' });
    expectNoSecret(error, [key, token]);
  });
});
