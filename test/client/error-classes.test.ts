import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AbortedError,
  ApiError,
  createMsdk,
  explainIn,
  HttpError,
  MsdkError,
  NetworkError,
  NotSent,
  ReplyError,
  RequestError,
  TimeoutError,
  type CallError,
  type CallOptions,
  type ErrorKind,
  type Language,
  type WholeOptions,
} from '../../generated/client/index.js';
import { safeJson } from '../support/json-values.js';
import {
  failureOf,
  nowhere,
  player,
  reply,
  scripted,
  silent,
  type Step,
} from '../support/scripted.js';

/** What a profile is answered with. */
async function asked(
  step: Step,
  options: CallOptions = {},
  more: Partial<WholeOptions<typeof nowhere.apps>> = {},
): Promise<CallError> {
  const { transport } = scripted(step);
  const msdk = createMsdk<typeof nowhere.apps>({ ...nowhere, transport, retry: false, ...more });
  return failureOf(msdk.relation.qqprofile(player, options));
}

async function apiErrorOf(answer: object, more = {}): Promise<ApiError> {
  const error = await asked(reply(answer), {}, more);
  if (error.kind !== 'api') throw error;
  return error;
}

describe('the errors of a call', () => {
  const all: readonly [ErrorKind, new (...args: never[]) => MsdkError, () => Promise<CallError>][] =
    [
      ['request', RequestError, () => asked(silent, { timeout: -1 })],
      ['network', NetworkError, () => asked(new NotSent('no connection'))],
      ['timeout', TimeoutError, () => asked(silent, { timeout: 1 })],
      ['aborted', AbortedError, () => asked(silent, { signal: AbortSignal.abort() })],
      ['http', HttpError, () => asked(reply('', 404))],
      ['reply', ReplyError, () => asked(reply('<html>'))],
      ['api', ApiError, () => asked(reply({ ret: -1, msg: '' }))],
    ];

  it.each(all)(
    'of the kind %s are of one class each, and of the one tree',
    async (kind, type, make) => {
      const error = await make();
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(MsdkError);
      expect(all.filter(([, other]) => error instanceof other).map(([, other]) => other)).toEqual([
        type,
      ]);
      expect(error.kind).toBe(kind);
      expect(error.name).toBe(type.name);
      expect(error.endpoint).toBe('/relation/qqprofile');
      expect(error.message).toMatch(/^\/relation\/qqprofile: /);
      expect(String(error)).toBe(`${error.name}: ${error.message}`);
    },
  );

  it('of the network say whether anything may have been sent', async () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
    const refused = await asked(new NotSent(cause));
    expect(refused).toMatchObject({ kind: 'network', sent: false, cause });
    expect(refused.message).toContain('ECONNREFUSED');
    const reset = Object.assign(new Error('read'), { code: 'ECONNRESET' });
    expect(await asked(reset)).toMatchObject({ kind: 'network', sent: true, cause: reset });
  });

  it('of an abort have the caller’s reason', async () => {
    const reason = new Error('the player has left');
    const before = await asked(silent, { signal: AbortSignal.abort(reason) });
    expect(before.cause).toBe(reason);
    const during = new AbortController();
    const call = asked(silent, { signal: during.signal });
    during.abort(reason);
    expect((await call).cause).toBe(reason);
  });
});

describe('an answer that reports a failure', () => {
  it('is an error with all that the answer and the tables say', async () => {
    const error = await apiErrorOf({
      ret: '-10000',
      msg: '100030,is_friend is 0, or so',
      err_type: '5',
      platCode: '0',
      msdkExtInfo: 'x_1',
    });
    expect(error).toMatchObject({
      ret: -10000,
      code: 100030,
      text: '100030,is_friend is 0, or so',
      platformCode: 100030,
      platCode: 0,
      errType: 5,
      msdkExtInfo: 'x_1',
      table: 'qq-platform',
      key: 100030,
      meaning: undefined,
      advice: undefined,
    });
    expect(error.action).toMatch(/^[a-z-]+$/);
    expect(error.retry).toMatch(/^(safe|later|never)$/);
  });

  it('has the platform’s code from before the first comma only, and of a wrapping ret only', async () => {
    for (const [ret, msg, platformCode] of [
      [-10000, '2002,3003,4004', 2002],
      [-20000, '-5, with a blank', -5],
      [-10000, ' 7 ,padded', 7],
      [-10000, '12', 12],
      [-10000, 'no number,5', undefined],
      [-10000, '5 and more,6', undefined],
      [-10000, ',5', undefined],
      [-10000, '', undefined],
      [-10000, '123456789012345678901,too long', undefined],
      [-1011, '5,not wrapped', undefined],
    ] as const)
      expect(await apiErrorOf({ ret, msg }), msg).toMatchObject({ ret, platformCode, text: msg });
  });

  it('has the endpoint’s own code before the platform’s, and that before ret', async () => {
    const wrapped = { ret: -10000, msg: '100030,no' };
    expect((await apiErrorOf({ ...wrapped, platCode: 2001 })).code).toBe(2001);
    expect((await apiErrorOf(wrapped)).code).toBe(100030);
    expect((await apiErrorOf({ ret: -10000, msg: 'no' })).code).toBe(-10000);
  });

  it('survives codes that no table knows, and texts of any form', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: -1e6, max: 1e6 }).filter((ret) => ret !== 0),
        fc.oneof(fc.string({ unit: 'binary' }), safeJson),
        async (ret, msg) => {
          const error = await apiErrorOf({ ret, msg });
          expect(error.ret).toBe(ret);
          const nothing = msg === null ? '' : JSON.stringify(msg);
          expect(error.text).toBe(typeof msg === 'string' ? msg : nothing);
        },
      ),
    );
    expect(await apiErrorOf({ ret: 424242 })).toMatchObject({
      code: 424242,
      text: '',
      table: undefined,
      key: undefined,
      action: undefined,
      retry: undefined,
    });
  });

  it.each<[Language, RegExp]>([
    ['zh', /[\u4e00-\u9fff]/],
    ['ko', /[\uac00-\ud7af]/],
    ['en', /^[A-Z][\x20-\x7e]+$/],
  ])('is explained in the language of the client (%s)', async (language, script) => {
    const explain = explainIn(language);
    const error = await apiErrorOf({ ret: -10000, msg: '100030,no' }, { explain });
    expect(error.meaning).toMatch(script);
    expect(error.message).toContain(error.meaning);
    expect(await apiErrorOf({ ret: -424242, msg: '' }, { explain })).toMatchObject({
      meaning: undefined,
      advice: undefined,
    });
  });

  it('shows no more than the beginning of a long text in its message', async () => {
    const error = await apiErrorOf({ ret: -1, msg: 'x'.repeat(100_000) });
    expect(error.text).toHaveLength(100_000);
    expect(error.message.length).toBeLessThan(1000);
  });
});

describe('what a server sent, where it cannot be read', () => {
  it.each<[string, number]>([
    ['a reply error', 200],
    ['an HTTP error', 500],
  ])('is at hand in %s, at its beginning, and nowhere to be seen', async (_which, status) => {
    const body = `<html>a token of the reply${'x'.repeat(100_000)}`;
    const error = await asked(reply(body, status));
    if (error.kind !== 'reply' && error.kind !== 'http') throw error;
    expect(error.body).toBe(body.slice(0, 2048));
    for (const shown of [
      inspect(error, { depth: Infinity, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify(Object.getOwnPropertyDescriptors(error)),
      JSON.stringify(Object.assign({}, error)),
      String(error),
      String(error.stack),
    ])
      expect(shown).not.toContain('a token of the reply');
  });
});
