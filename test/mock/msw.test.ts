import * as msw from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it } from 'vitest';
import { createMsdk, environments } from '../../generated/client/index.js';
import { createHandlers } from '../../generated/mock/msw.js';
import { bodyOf, calledMock } from '../support/mock-caller.js';

let close = (): void => undefined;
afterEach(() => {
  close();
});

function listen(...handlers: msw.RequestHandler[]): void {
  const server = setupServer(...handlers);
  server.listen({ onUnhandledRequest: 'error' });
  close = () => {
    server.close();
  };
}

const post = (url: string, headers = {}) =>
  fetch(url, { method: 'POST', headers, body: JSON.stringify(bodyOf('/auth/verify_login')) });
const query = 'timestamp=1&appid=100000001&sig=x&encode=2';

describe('handlers for MSW', () => {
  it.each(Object.entries(environments))('answer the client at %s', async (_name, baseUrl) => {
    listen(...createHandlers(msw));
    const { auth } = createMsdk({ baseUrl, apps: { qq: { appid: '1', key: 'k' } }, fetch });
    const reply = await auth.verifyLogin({ openid: 'A1', openkey: 'T1', userip: '127.0.0.1' });
    expect(reply.ret).toBe(0);
  });

  it('answer with the mock that they are given, at the address that they are given', async () => {
    const { mock } = calledMock();
    listen(...createHandlers(msw, { mock, baseUrls: ['http://game.example.com/msdk/'] }));
    const reply = await post(`http://game.example.com/msdk//auth/verify_login/?${query}`);
    expect(await reply.json()).toMatchObject({ ret: 0 });
    expect(mock.received()).toMatchObject([{ path: '//auth/verify_login/' }]);
  });

  it('break the connection where a fault does', async () => {
    listen(...createHandlers(msw));
    const url = `http://msdk.qq.com/auth/verify_login?${query}`;
    await expect(post(url, { prefer: 'fault=reset' })).rejects.toThrow(TypeError);
    expect(await (await post(url)).json()).toMatchObject({ ret: 0 });
  });
});
