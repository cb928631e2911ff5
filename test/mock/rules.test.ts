import { describe, expect, it } from 'vitest';
import { validateResponse, type Endpoint } from '../../generated/validators/index.js';
import type { MockRule } from '../../generated/mock/index.js';
import { specModel } from '../support/catalogue.js';
import { bodyOf, callOf, calledMock, type Json } from '../support/mock-caller.js';

const path = '/relation/qqfriends_detail';
const asks = (rule: Partial<MockRule>, changes: Json = {}, query: Record<string, string> = {}) =>
  calledMock({ rules: [{ endpoint: path, answer: { reply: { ruled: 1 } }, ...rule }] }).ask(
    path,
    bodyOf(path, changes),
    { query },
  );

describe('a rule', () => {
  it.each<[string, Partial<MockRule>, boolean]>([
    ['for the endpoint', {}, true],
    ['for every endpoint', { endpoint: '*' }, true],
    ['for another endpoint', { endpoint: '/share/qq' }, false],
    ['by a member', { when: { body: { flag: 1 } } }, true],
    ['by its digits', { when: { body: { flag: '1' } } }, true],
    ['by another value', { when: { body: { flag: 2 } } }, false],
    ['by one of several', { when: { body: { flag: { oneOf: [2, 1] } } } }, true],
    ['by none of several', { when: { body: { flag: { oneOf: [2, 3] } } } }, false],
    ['by a form', { when: { body: { openid: { matches: '^0123' } } } }, true],
    ['by a form that is not met', { when: { body: { openid: { matches: '^3210' } } } }, false],
    ['by what is there', { when: { body: { flag: { present: true } } } }, true],
    ['by what is not there', { when: { body: { nothing: { present: false } } } }, true],
    ['by a pointer', { when: { body: { '/flag': 1 } } }, true],
    ['by a pointer into nothing', { when: { body: { '/flag/deeper': 1 } } }, false],
    ['by a parameter', { when: { query: { opua: 'x' } } }, true],
    [
      'by a member that all objects have',
      { when: { body: { constructor: { present: true } } } },
      false,
    ],
  ])('%s', async (_what, rule, answers) => {
    expect('ruled' in (await asks(rule, {}, { opua: 'x' }))).toBe(answers);
  });

  it('begins after so many requests and ends after so many', async () => {
    const { ask, mock } = calledMock();
    mock.rule({ endpoint: path, after: 1, times: 2, answer: { reply: { ruled: 1 } } });
    const ruled: boolean[] = [];
    for (let count = 0; count < 5; count++) ruled.push('ruled' in (await ask(path, bodyOf(path))));
    expect(ruled).toEqual([false, true, true, false, false]);
  });

  it('is put before the others, and can be taken off', async () => {
    const { ask, mock } = calledMock({
      rules: [{ endpoint: '*', answer: { reply: { by: 'old' } } }],
    });
    const by = async (): Promise<unknown> => (await ask(path, bodyOf(path)))['by'];
    const takeOff = mock.rule({ endpoint: path, answer: { reply: { by: 'new' } } });
    expect(await by()).toBe('new');
    takeOff();
    expect(await by()).toBe('old');
    mock.rule({ endpoint: path, answer: { reply: { by: 'new' } } });
    mock.reset();
    expect(await by()).toBe('old');
  });

  it('puts members over the answer that there would be', async () => {
    expect(await asks({ answer: { merge: { is_lost: '1' } } })).toMatchObject({
      ret: 0,
      is_lost: '1',
      lists: expect.any(Array) as unknown,
    });
  });

  it('answers with a documented code', async () => {
    expect(await asks({ answer: { code: 100014 } })).toMatchObject({ ret: -10000, err_type: '2' });
  });
});

describe('a handler of one’s own', () => {
  it.each([
    ['at once', (reply: Json | undefined) => reply],
    ['later', (reply: Json | undefined) => Promise.resolve(reply)],
  ])('answers %s, or leaves it to the state', async (_when, given) => {
    const { ask, mock } = calledMock();
    const takeOff = mock.handle(path, ({ body }) =>
      given(body['flag'] === 2 ? { mine: 1 } : undefined),
    );
    expect(await ask(path, bodyOf(path, { flag: 2 }))).toMatchObject({ ret: 0, mine: 1 });
    expect(await ask(path, bodyOf(path))).toMatchObject({
      ret: 0,
      lists: expect.any(Array) as unknown,
    });
    expect(mock.received().map(({ cause }) => cause)).toEqual(['handler', 'state']);
    takeOff();
    expect(await ask(path, bodyOf(path, { flag: 2 }))).not.toHaveProperty('mine');
  });

  it('is given what was sent', async () => {
    const { ask, mock } = calledMock();
    const seen: unknown[] = [];
    mock.handle(path, (request) => void seen.push(request));
    await ask(path, bodyOf(path), { query: { opua: 'x' } });
    expect(seen).toMatchObject([{ endpoint: path, query: { opua: 'x' }, body: bodyOf(path) }]);
  });

  it('is for an endpoint that there is', () => {
    const { mock } = calledMock();
    for (const endpoint of ['/relation/qqfriends_detial', '/relation/qqprofile/', '*'])
      expect(() => mock.handle(endpoint, () => undefined)).toThrow('endpoint');
  });

  it('that throws is the program’s own error', async () => {
    const { ask, mock } = calledMock();
    mock.handle(path, () => {
      throw new Error('mine');
    });
    await expect(ask(path, bodyOf(path))).rejects.toThrow('mine');
  });
});

describe('a fault', () => {
  const spoil = (prefer: string) => calledMock().call(path, bodyOf(path), { headers: { prefer } });

  it('breaks the connection', async () => {
    await expect(spoil('fault=reset')).rejects.toThrow(TypeError);
  });

  it('breaks off in the middle of the body', async () => {
    await expect(spoil('fault=truncate')).rejects.toThrow(TypeError);
  });

  it('is a page of something else', async () => {
    const { status, headers } = await spoil('fault=html');
    expect([status, headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
  });

  it('is a wait that ends with the caller’s patience', async () => {
    const { mock } = calledMock();
    const init = { method: 'POST', headers: { prefer: 'fault=timeout' } };
    const signal = AbortSignal.timeout(20);
    await expect(mock.fetch(`http://mock${path}`, { ...init, signal })).rejects.toThrow('timeout');
    const reply = await mock.answer({
      method: 'POST',
      target: path,
      header: () => 'fault=timeout',
      body: '',
    });
    expect(reply.delay).toBeGreaterThan(3100);
  });

  it('is a delay, the same draws each time', async () => {
    const draws = async (): Promise<(number | undefined)[]> => {
      const { mock } = calledMock({
        rules: [{ endpoint: '*', answer: { delay: { median: 200, sigma: 0.5 } } }],
      });
      const drawn: (number | undefined)[] = [];
      const [target, body] = [
        `${path}?timestamp=1&appid=1&sig=1&encode=2`,
        JSON.stringify(bodyOf(path)),
      ];
      for (let count = 0; count < 400; count++)
        drawn.push(
          (await mock.answer({ method: 'POST', target, header: () => undefined, body })).delay,
        );
      return drawn;
    };
    const first = await draws();
    expect(await draws()).toEqual(first);
    const sorted = first.map(Number).sort((a, b) => a - b);
    expect(sorted[200]).toBeGreaterThan(170);
    expect(sorted[200]).toBeLessThan(230);
    expect(sorted[399]).toBeLessThan(2000);
    expect(new Set(first).size).toBeGreaterThan(100);
  });

  it.each(specModel().operations)('of loose types leaves $path readable', async (operation) => {
    const [called, body, extras] = callOf(operation);
    const headers = { prefer: 'fault=loose' };
    const strict = await calledMock().ask(called, body, extras);
    const reply = await calledMock().ask(called, body, { ...extras, headers });
    expect(reply['ret']).toBe(0);
    const lenient = validateResponse(operation.path as Endpoint, reply, { lenient: true });
    expect(lenient).toMatchObject({ ok: true });
    const hasLoose = /:(\d|"")/.test(
      JSON.stringify({ ...strict, ret: undefined, msg: 'x', message: 'x' }),
    );
    if (hasLoose) expect(reply).not.toEqual(strict);
  });
});
