import { describe, expect, it } from 'vitest';
import { createMock, operations, type MockApp } from '../../generated/mock/index.js';
import { sign } from '../../generated/client/index.js';
import { specModel } from '../support/catalogue.js';

const app: MockApp = { appid: '100000001', appkey: 'the appkey', msdkkey: 'the msdkkey' };
const mock = createMock({ apps: [app, { ...app, appid: 'G_100000001' }] });
const body = { appid: '100000001', openid: 'A1', openkey: 'T1', userip: '127.0.0.1' };

interface Call {
  readonly path?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(call: Call = {}): Promise<{ status: number; reply: Record<string, unknown> }> {
  const timestamp = call.query?.['timestamp'] ?? '1478745715';
  const query = {
    timestamp,
    appid: '100000001',
    sig: sign('the msdkkey', timestamp),
    openid: 'A1',
    encode: '2',
    ...call.query,
  };
  const pairs = Object.entries<string | undefined>(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const response = await mock.fetch(
    new Request(`http://mock${call.path ?? '/auth/verify_login'}?${pairs.join('&')}`, {
      method: 'POST',
      body: call.body ?? JSON.stringify(body),
      headers: { ...call.headers },
    }),
  );
  const text = await response.text();
  return {
    status: response.status,
    reply: (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

describe('the mock', () => {
  it.each([
    '/auth/verify_login',
    '/auth/verify_login/',
    '//auth/verify_login/',
    '/wxoauth/verify_login',
    '//wxoauth/verify_login',
  ])('knows an endpoint by %s', async (path) => {
    expect(await ask({ path })).toMatchObject({ status: 200, reply: { ret: 0 } });
  });

  it.each(['1478745715', '1478745715123', '20161110104155'])(
    'verifies the timestamp %s as it is sent',
    async (timestamp) => {
      expect((await ask({ query: { timestamp } })).reply).toMatchObject({ ret: 0 });
    },
  );

  it('verifies with the appkey where encode is 1', async () => {
    const signed = { encode: '1', sig: sign('the appkey', '1478745715') };
    expect((await ask({ query: signed })).reply).toMatchObject({ ret: 0 });
    expect((await ask({ query: { encode: '1' } })).reply).toMatchObject({ ret: -502 });
  });

  it.each<[string, Call, number]>([
    ['an unknown interface', { path: '/auth/nobody' }, -505],
    ['the bare module', { path: '/auth' }, -505],
    ['a path that climbs', { path: '/auth/../auth/verify_login/..' }, -505],
    ['an empty body', { body: '' }, -501],
    ['a body that is not JSON', { body: 'openid=A1' }, -304],
    ['a body that is no object', { body: '[]' }, -304],
    ['a missing member', { body: '{"appid":"100000001"}' }, -1011],
    ['a wrong type', { body: JSON.stringify({ ...body, userip: 7 }) }, -1011],
    ['a wrong signature', { query: { sig: '0'.repeat(32) } }, -502],
    ['an unknown appid', { query: { appid: '7' } }, -504],
    ['a missing parameter', { query: { timestamp: undefined, sig: 'x' } }, -506],
    ['a guest where none may call', { query: { appid: 'G_100000001' } }, -901],
  ])('answers %s with the layer’s own code and HTTP status 200', async (_what, call, ret) => {
    const { status, reply } = await ask(call);
    expect(status).toBe(200);
    expect(reply).toMatchObject({ ret, err_type: '5' });
  });

  it('takes members that it does not know, as the server does', async () => {
    expect((await ask({ body: JSON.stringify({ ...body, version: '2.0' }) })).reply).toMatchObject({
      ret: 0,
    });
  });

  it('gives back msdkExtInfo, in failure too', async () => {
    expect((await ask({ query: { msdkExtInfo: 'x_1' } })).reply).toMatchObject({
      ret: 0,
      msdkExtInfo: 'x_1',
    });
    expect((await ask({ body: '', query: { msdkExtInfo: 'x_1' } })).reply).toMatchObject({
      ret: -501,
      msdkExtInfo: 'x_1',
    });
  });

  it('answers what the request prefers, and says where there is no such reply', async () => {
    expect((await ask({ headers: { prefer: 'code=-73' } })).reply).toMatchObject({
      ret: -10000,
      msg: expect.stringMatching(/^-73,/) as string,
    });
    expect((await ask({ headers: { prefer: 'example=nobody' } })).status).toBe(400);
    expect((await ask({ headers: { prefer: 'code=123456789' } })).status).toBe(400);
  });

  it('serves every endpoint', () => {
    expect(operations.map(({ path }) => path).sort()).toEqual(
      specModel().operations.map(({ path }) => path),
    );
  });
});
