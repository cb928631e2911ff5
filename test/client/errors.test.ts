import { inspect } from 'node:util';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  authVerifyLoginOperation,
  createMsdk,
  explainError,
  isErrorOf,
  MsdkError,
  type MsdkOptions,
  type Explanation,
  type Language,
  type Msdk,
} from '../../generated/client/index.js';

const key = 'kept-secret-key';
const token = 'kept-secret-token';
const options = {
  apps: { qq: { appid: '100000001', key } },
  baseUrl: 'http://127.0.0.1:1',
} as const;
const request = { openid: 'A1', openkey: token, userip: '127.0.0.1' };

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A client of a server that answers as told. */
async function against(
  answer: (response: ServerResponse) => void,
  more: Partial<Pick<MsdkOptions, 'timeout'>> = {},
): Promise<Msdk<'qq'>> {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const { port } = server.address() as AddressInfo;
  return createMsdk({ ...options, baseUrl: `http://127.0.0.1:${port}`, ...more });
}

async function failureOf(call: Promise<unknown>): Promise<MsdkError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(MsdkError);
  // Whatever went wrong, what a log shows of it holds no secret.
  for (const shown of [String(error), inspect(error, { depth: 9 }), JSON.stringify(error)])
    for (const secret of [key, token, 'sig=']) expect(shown).not.toContain(secret);
  return error as MsdkError;
}

function explained(error: MsdkError, language: Language): Explanation | undefined {
  if (!isErrorOf(authVerifyLoginOperation, error)) throw new Error('not an API error');
  return explainError(error, language);
}

describe('a call that fails', () => {
  it('with a ret other than 0 is an API error with everything that the tables know', async () => {
    const text = '{"err_type":"5","msg":"input param is null.","ret":-1011}\n';
    const msdk = await against((response) => response.end(text));
    const error = await failureOf(msdk.auth.verifyLogin(request));
    expect(error).toMatchObject({
      kind: 'api',
      ret: -1011,
      code: -1011,
      errType: 5,
      table: 'logic-layer',
      action: 'fix-request',
    });
    expect(isErrorOf(authVerifyLoginOperation, error)).toBe(true);
  });

  it('with a wrapped code has the number before the first comma, and keeps the other commas', async () => {
    const text = { msg: '100030,is_friend is 0, or so', ret: -10000 };
    const msdk = await against((response) => response.end(JSON.stringify(text)));
    const error = await failureOf(msdk.auth.verifyLogin(request));
    expect(error).toMatchObject({
      kind: 'api',
      ret: -10000,
      platformCode: 100030,
      code: 100030,
      text: text.msg,
    });
    expect(explained(error, 'ko')?.meaning).toMatch(/\S/);
  });

  it('with a code that no table knows keeps number and text', async () => {
    const msdk = await against((response) => response.end('{"ret":-424242,"msg":"new"}'));
    const error = await failureOf(msdk.auth.verifyLogin(request));
    expect(error).toMatchObject({
      kind: 'api',
      code: -424242,
      text: 'new',
      table: undefined,
      action: undefined,
    });
    expect(explained(error, 'en')).toBeUndefined();
  });

  it.each<[string, (response: ServerResponse) => void, object]>([
    ['an HTTP status', (r) => r.writeHead(502).end('bad gateway'), { kind: 'http', status: 502 }],
    [
      'a redirect',
      (r) => r.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { kind: 'http', status: 302 },
    ],
    ['an HTML page with status 200', (r) => r.end('<html>'), { kind: 'reply', body: '<html>' }],
    ['truncated JSON', (r) => r.end('{"ret":0,"ms'), { kind: 'reply' }],
    ['an array', (r) => r.end('[]'), { kind: 'reply' }],
    ['no ret', (r) => r.end('{"msg":"ok"}'), { kind: 'reply' }],
    ['a closed connection', (r) => r.destroy(), { kind: 'network' }],
  ])('by %s says so', async (_what, answer, expected) => {
    const msdk = await against(answer);
    expect(await failureOf(msdk.auth.verifyLogin(request))).toMatchObject(expected);
  });

  it('by silence is given up in its time', async () => {
    const msdk = await against(() => undefined, { timeout: 50 });
    expect(await failureOf(msdk.auth.verifyLogin(request))).toMatchObject({ kind: 'timeout' });
  });

  it('by its caller’s signal is aborted, also before it is sent', async () => {
    const msdk = await against(() => undefined);
    const later = new AbortController();
    const call = failureOf(msdk.auth.verifyLogin(request, { signal: later.signal }));
    setTimeout(() => later.abort(), 20);
    expect(await call).toMatchObject({ kind: 'aborted' });
    const before = failureOf(msdk.auth.verifyLogin(request, { signal: AbortSignal.abort() }));
    expect(await before).toMatchObject({ kind: 'aborted' });
  });

  it('for want of an app for the platform is refused before it is sent', async () => {
    // As a program without types would call it: in TypeScript the method is not there.
    const msdk = createMsdk(options) as Msdk;
    expect(
      await failureOf(msdk.relation.wxfriendsProfile({ openid: 'o1', accessToken: token })),
    ).toMatchObject({
      kind: 'request',
      findings: [{ code: 'wrong-value', pointer: '/options/platform' }],
    });
  });
});

describe('a reply', () => {
  it('in the loose types of the wire is read as its declared types', async () => {
    const reply = {
      ret: '0',
      msg: 'success',
      lists: '[{"openid":"B2","nickName":7,"figureurl_qq":"http://x/"}]',
      is_lost: 0,
      extinfo: [],
      later: { unknown: true },
      ['__proto__x']: 1,
    };
    const msdk = await against((response) => response.end(JSON.stringify(reply)));
    const read = await msdk.relation.qqfriendsDetail({ openid: 'A1', accessToken: token });
    expect(read).toMatchObject({
      ret: 0,
      lists: [{ openid: 'B2', nickName: '7' }],
      is_lost: '0',
      later: { unknown: true },
    });
  });

  it.each([
    '{"ret":0,"msg":"","__proto__":{"polluted":1}}',
    '{"ret":0,"msg":"","a":[{"\\u005f_proto__":null}]}',
    '{"ret":0,"msg":"","ret":-1}',
    '{"ret":0,"msg":"","a":{"b":[],"\\u0062" :"\\\\\\":"}}',
  ])('that readers would understand differently is a reply error: %s', async (text) => {
    const msdk = await against((response) => response.end(text));
    expect(await failureOf(msdk.auth.verifyLogin(request))).toMatchObject({ kind: 'reply' });
  });

  it('that no rule can read is a reply error with the guilty pointer', async () => {
    const msdk = await against((response) =>
      response.end('{"ret":0,"msg":"","lists":[{"openid":{}}]}'),
    );
    const error = await failureOf(
      msdk.relation.qqfriendsDetail({ openid: 'A1', accessToken: token }),
    );
    expect(error).toMatchObject({ kind: 'reply' });
    expect(error.message).toContain('/lists/0/openid');
  });
});
