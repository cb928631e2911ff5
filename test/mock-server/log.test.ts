import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Received } from '../../templates/runtime/mock/exchange.js';
import { logOf, type LogFormat } from '../../generator/mock/log.js';
import { doubleOf, jsonReply, type Answering } from '../support/mock-server/double.js';
import { post, send } from '../support/mock-server/raw.js';
import { masking, serve, stopAfterEach } from '../support/mock-server/serve.js';

stopAfterEach();

/** A server that writes its log into a list. */
async function logged(answering: Answering, format: LogFormat = 'pretty') {
  const lines: string[] = [];
  const log = logOf(format, masking, (line) => lines.push(line));
  const mock = doubleOf(answering, { observe: log.observe });
  const server = await serve(undefined, { mock, witness: log, refused: log.refused });
  return { ...server, lines };
}

const ret =
  (code: number): Answering =>
  () =>
    jsonReply({ ret: code, msg: '' });

describe('a line of the log', () => {
  it('tells of each request when, what, how it was answered and why', async () => {
    const { port, lines } = await logged(ret(-502));
    await send(port, post('/auth/verify_login/?sig=0123456789abcdef&timestamp=1'));
    expect(lines).toEqual([
      expect.stringMatching(
        /^\d\d:\d\d:\d\d\.\d{3} POST \/auth\/verify_login\/ ret=-502 200 [\d.]+ms state$/,
      ),
    ]);
  });

  it('tells of faults, refusals and failures', async () => {
    const { port, lines } = await logged(({ target }) => {
      if (target === '/auth/cut') return jsonReply({ ret: 0 }, { cut: 'reset' });
      throw new RangeError('out of range');
    });
    await send(port, post('/auth/cut'));
    await send(port, post('/auth/fail?sig=0123456789abcdef'));
    await send(port, 'garbage\r\n\r\n');
    expect(lines).toEqual([
      expect.stringMatching(/ POST \/auth\/cut ret=0 200 [\d.]+ms state reset$/),
      expect.stringMatching(/ error POST \/auth\/fail RangeError: out of range at .*log\.test/),
      expect.stringMatching(/ refused 400 HPE_INVALID_METHOD$/),
    ]);
  });

  it('is JSON for programs', async () => {
    const { port, lines } = await logged(ret(0), 'json');
    await send(port, post('/auth/a?x=1'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
        method: 'POST',
        path: '/auth/a',
        ret: 0,
        status: 200,
        ms: expect.any(Number) as number,
        cause: 'state',
        faults: [],
      },
    ]);
  });

  it('is one line without a sign that a terminal acts upon, whatever came', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 500 });
    fc.assert(
      fc.property(hostile, hostile, fc.constantFrom('pretty', 'json'), (path, text, format) => {
        const lines: string[] = [];
        const log = logOf(format, masking, (line) => lines.push(line));
        const endpoint = undefined;
        log.answered({ ...received, method: text, path, endpoint, reply: { ret: text } }, 1);
        log.failed(text, path, new Error(text));
        expect(lines).toHaveLength(2);
        for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        for (const line of lines) expect(line.length).toBeLessThan(12_000);
      }),
    );
  });

  it('is no longer than a screen or two, however long a path and an error are', () => {
    const lines: string[] = [];
    const log = logOf('pretty', masking, (line) => lines.push(line));
    const long = `/${'x'.repeat(100_000)}`;
    log.answered({ ...received, path: long, endpoint: undefined }, 1);
    log.failed('POST', long, new Error(long));
    for (const line of lines) expect(line.length).toBeLessThan(2000);
  });

  it('shows no secret, though it stands where none should', async () => {
    const { port, lines } = await logged(({ target }) => {
      if (target.startsWith('/fail')) throw new Error('bad {"accessToken":"TOP-SECRET"}');
      return jsonReply({ ret: 0 });
    });
    for (const target of ['/x&accessToken=TOP-SECRET', '/x/sig=TOP-SECRET?sig=TOP-SECRET', '/fail'])
      await send(port, post(target, '{"accessToken":"TOP-SECRET"}'));
    expect(lines).toHaveLength(3);
    expect(lines.join('\n')).not.toContain('TOP-SECRET');
  });

  const received: Received = {
    number: 1,
    at: 0,
    method: 'POST',
    path: '/a',
    endpoint: '/a',
    query: {},
    body: undefined,
    cause: 'state',
    status: 200,
    reply: {},
    faults: [],
  };
});
