import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  authGetPfval,
  authVerifyLogin,
  createMsdk,
  isErrorOf,
  profileGetGiftOperation,
  relationQqprofile,
  relationQqprofileOperation,
  relationWxprofile,
  type ApiError,
  type Answer,
  type CallError,
  type Client,
  type ErrorKind,
  type Finding,
  type Msdk,
  type MsdkOptions,
  type ProfileGetGiftErrorCode,
  type ProfileGetGiftResponse,
  type RelationQqprofileErrorCode,
  type RelationQqprofileResponse,
  type RelationWxprofileErrorCode,
  type Result,
} from '../../generated/client/index.js';
import { player, profile, reply, scripted } from '../support/scripted.js';

const qq = { appid: '1', key: 'k' };
const { transport } = scripted(reply(profile));
const baseUrl = 'http://msdk.example';
const onQq = createMsdk({ apps: { qq }, baseUrl, transport });
const onBoth = createMsdk({ apps: { qq, wechat: qq }, baseUrl, transport });

/** Is written to be compiled, and not to be run. */
function compiledOnly(_program: () => unknown): void {
  expect(_program).toBeTypeOf('function');
}

describe('the types of a call', () => {
  it('are its data, its result and its answer', async () => {
    const call = onQq.relation.qqprofile(player);
    expectTypeOf(await call).toEqualTypeOf<RelationQqprofileResponse>();
    expectTypeOf(await call.withResponse()).toEqualTypeOf<Answer<RelationQqprofileResponse>>();
    const result = await call.result();
    expectTypeOf(result).toEqualTypeOf<
      Result<RelationQqprofileResponse, RelationQqprofileErrorCode>
    >();
    if (result.ok) expectTypeOf(result.data).toEqualTypeOf<RelationQqprofileResponse>();
    else expectTypeOf(result.error).toEqualTypeOf<CallError<RelationQqprofileErrorCode>>();
    expect(result.ok).toBe(true);
  });

  it('are told apart by ok, and errors by kind', () => {
    compiledOnly(async () => {
      const result = await onQq.relation.qqprofile(player).result();
      expectTypeOf(result).not.toHaveProperty('data');
      expectTypeOf(result).not.toHaveProperty('error');
      if (result.ok) return;
      const { error } = result;
      expectTypeOf<typeof error.kind>().toEqualTypeOf<ErrorKind>();
      switch (error.kind) {
        case 'api':
          expectTypeOf(error).toEqualTypeOf<ApiError<RelationQqprofileErrorCode>>();
          break;
        case 'http':
          expectTypeOf(error.status).toEqualTypeOf<number>();
          break;
        case 'request':
          expectTypeOf(error.findings).toEqualTypeOf<readonly Finding[]>();
          break;
        case 'network':
          expectTypeOf(error.sent).toEqualTypeOf<boolean>();
          break;
        case 'reply':
          expectTypeOf(error.pointer).toEqualTypeOf<string | undefined>();
          break;
        case 'timeout':
        case 'aborted':
          break;
        default:
          expectTypeOf(error).toBeNever();
      }
    });
  });

  it('hold for the standalone function and the bare call as for the method', () => {
    compiledOnly(async () => {
      const { client } = onQq;
      type Method = Awaited<ReturnType<(typeof onQq.relation)['qqprofile']>>;
      expectTypeOf(await relationQqprofile(client, player)).toEqualTypeOf<Method>();
      expectTypeOf(await client.call(relationQqprofileOperation, player)).toEqualTypeOf<Method>();
      const gift = await client.call(profileGetGiftOperation, { openid: 'A1' }).result();
      expectTypeOf(gift).toEqualTypeOf<Result<ProfileGetGiftResponse, ProfileGetGiftErrorCode>>();
    });
  });
});

describe('the codes of an endpoint', () => {
  it('are its own', () => {
    expectTypeOf<RelationQqprofileErrorCode>().not.toExtend<RelationWxprofileErrorCode>();
    expectTypeOf<RelationWxprofileErrorCode>().not.toExtend<RelationQqprofileErrorCode>();
    // Every code of the layers, and those of the endpoint's own table.
    expectTypeOf<RelationQqprofileErrorCode>().toExtend<ProfileGetGiftErrorCode>();
    expectTypeOf<number>().not.toExtend<RelationQqprofileErrorCode>();
    expectTypeOf<-1011>().toExtend<RelationQqprofileErrorCode>();
    expectTypeOf<987654321>().not.toExtend<RelationQqprofileErrorCode>();
    expect(profileGetGiftOperation.errors.length).toBeGreaterThan(0);
  });

  it('are known once an error is known to be the endpoint’s', () => {
    compiledOnly(() => {
      const error: unknown = new Error();
      if (!isErrorOf(relationQqprofileOperation, error)) return;
      expectTypeOf(error).toEqualTypeOf<ApiError<RelationQqprofileErrorCode>>();
      // A code that no document lists may come all the same.
      expectTypeOf(987654321).toExtend<typeof error.code>();
    });
  });
});

describe('a game on QQ alone', () => {
  it('has the methods of QQ, and of endpoints that serve several', () => {
    expectTypeOf(onQq).toEqualTypeOf<Msdk<'qq'>>();
    expectTypeOf(onBoth).toEqualTypeOf<Msdk<'qq' | 'wechat'>>();
    expectTypeOf(onQq.relation).toHaveProperty('qqprofile');
    expectTypeOf(onQq.auth).toHaveProperty('getPfval');
    expectTypeOf(onBoth.relation).toHaveProperty('wxprofile');
    expect(onQq.relation.qqprofile).toBeTypeOf('function');
  });

  it('has none of WeChat’s, as method or as function', () => {
    expectTypeOf(onQq.relation).not.toHaveProperty('wxprofile');
    expectTypeOf(onBoth.auth).not.toHaveProperty('appleVerify');
    compiledOnly(() => {
      const friends = { accessToken: 't', openids: ['o'] };
      void relationWxprofile(onBoth.client, friends);
      void authVerifyLogin(onQq.client, { openid: 'A1', openkey: 't', userip: '127.0.0.1' });
      void authGetPfval(onQq.client, {} as never);
      // @ts-expect-error the game is not on WeChat
      void relationWxprofile(onQq.client, friends);
      // @ts-expect-error a client for one platform is no client for two
      const wider: Client<'qq' | 'wechat'> = onQq.client;
      const narrower: Client<'qq'> = onBoth.client;
      return [wider, narrower];
    });
  });
});

describe('the options of a client', () => {
  it('say where the server is, once', () => {
    expectTypeOf({ apps: { qq }, baseUrl }).toExtend<MsdkOptions>();
    expectTypeOf({ apps: { qq }, environment: 'testIos' as const }).toExtend<MsdkOptions>();
    expectTypeOf({ apps: { qq } }).not.toExtend<MsdkOptions>();
    expectTypeOf({
      apps: { qq },
      baseUrl,
      environment: 'testIos' as const,
    }).not.toExtend<MsdkOptions>();
    expectTypeOf({ apps: { qq }, environment: 'nowhere' as const }).not.toExtend<MsdkOptions>();
    expect(baseUrl).toMatch(/^http/);
  });
});
