import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../generator/mock/record/read-recording.js';
import { createReplay, type Replay } from '../../../generator/mock/record/replay.js';
import type { SeenExchange } from '../../../generator/mock/record/seen.js';
import { exampleSamples } from '../../support/exchanges.js';
import { recordingOf } from '../../support/judged-recording.js';
import { asked, knowledge, replyWith } from '../../support/upstream.js';

function replayOf(text: string): Replay {
  const { recorded, problems } = readRecording(text);
  expect(problems).toEqual([]);
  return createReplay(recorded, knowledge);
}

async function recordedReplay(exchanges: readonly SeenExchange[]): Promise<Replay> {
  return replayOf((await recordingOf(exchanges)).text);
}

function seen(target: string, body: unknown, reply: unknown, status = 200): SeenExchange {
  return { at: 0, milliseconds: 1, request: asked(target, body), reply: replyWith(reply, status) };
}

const path = '/auth/verify_login';
const player = (openid: string, openkey = 'K') => ({ appid: '1', openid, openkey, userip: '::1' });

describe('a replay', () => {
  it('gives what was recorded: every example of the catalogue', async () => {
    const all = exampleSamples.map(({ endpoint, query, request, response, method }) => {
      const target = `${endpoint}?${new URLSearchParams(query).toString()}`;
      return {
        at: 0,
        milliseconds: 1,
        request: asked(target, request ?? '', {}, method),
        reply: replyWith(response),
      };
    });
    let whole = 0;
    for (const one of all) {
      const answer = (await recordedReplay([one])).answer(one.request);
      expect(answer?.status).toBe(200);
      if (/\*{3}|token|key/i.test(answer?.body ?? '')) continue;
      whole++;
      expect(answer).toEqual(one.reply);
    }
    expect(whole).toBeGreaterThan(50);
  });

  it('knows a request by what it asks and of whom, not by secrets and what changes', async () => {
    const replay = await recordedReplay([
      seen(`${path}?timestamp=1&appid=1&sig=aa&openid=A&encode=1`, player('A', 'TOKEN-OF-A'), {
        ret: 0,
        msg: 'A',
      }),
      seen(`${path}?timestamp=1&appid=1&sig=aa&openid=B&encode=1`, player('B', 'TOKEN-OF-B'), {
        ret: 0,
        msg: 'B',
      }),
    ]);
    const later = `//wxoauth/verify_login/?opua=x&version=2&conn=1&encode=2&openid=B&sig=bb&appid=1&timestamp=2`;
    const body =
      '{ "userip":"::1", "openkey":"ANOTHER-TOKEN", "openid":"B",\n"appid":"1","msdkExtInfo":"7"}';
    expect(replay.answer(asked(later, body))?.body).toBe('{"ret":0,"msg":"B"}\n');
    expect(replay.answer(asked(later.replace('openid=B', 'openid=A'), player('A')))?.body).toBe(
      '{"ret":0,"msg":"A"}\n',
    );
    expect(replay.answer(asked(later, player('A')))).toBeUndefined();
    expect(
      replay.answer(asked(later.replace('openid=B', 'openid=C'), player('C'))),
    ).toBeUndefined();
    expect(replay.answer(asked(later.replace('wxoauth', 'profile'), body))).toBeUndefined();
    expect(replay.answer(asked(later, { ...player('B'), more: 1 }))).toBeUndefined();
    expect(replay.answer({ ...asked(later), body: { unreadable: 'too-large' } })).toBeUndefined();
  });

  it('knows a request in which a secret stands once more', async () => {
    const body = (token: string) => ({ accessToken: token, extra: `to ${token}` });
    const replay = await recordedReplay([
      seen('/auth/check_token', body('TOKEN-ONE-1'), { ret: 0 }),
    ]);
    expect(replay.answer(asked('/auth/check_token', body('ANOTHER-TOKEN')))).toBeDefined();
    expect(
      replay.answer(asked('/auth/check_token', { ...body('TOKEN-ONE-1'), extra: 'to' })),
    ).toBeUndefined();
  });

  it('gives several replies in their order, the last of them from then on', async () => {
    const of = (msg: string) => seen(path, player('A'), { ret: 0, msg });
    const replay = await recordedReplay([
      of('1'),
      of('2'),
      seen(path, player('B'), { ret: 1 }),
      of('3'),
    ]);
    const next = () =>
      (JSON.parse(replay.answer(asked(path, player('A')))?.body ?? '') as { msg: string }).msg;
    expect([next(), next(), next(), next(), next()]).toEqual(['1', '2', '3', '3', '3']);
    replay.reset();
    expect(next()).toBe('1');
  });

  it('passes through what the new request passes through', async () => {
    const replay = await recordedReplay([
      seen(`${path}?msdkExtInfo=old`, player('A'), { ret: 0, msg: '', msdkExtInfo: 'old' }),
      seen(path, player('B'), '{"ret":0,"n":12345678901234567890}'),
    ]);
    const body = (target: string, openid = 'A') =>
      replay.answer(asked(target, player(openid)))?.body;
    expect(body(`${path}?msdkExtInfo=new%201`)).toBe('{"ret":0,"msg":"","msdkExtInfo":"new 1"}\n');
    expect(body(path)).toBe('{"ret":0,"msg":""}\n');
    expect(body(path, 'B')).toBe('{"ret":0,"n":12345678901234567890}');
  });

  it('gives statuses, types and bodies of any kind', async () => {
    const html = { status: 503, headers: { 'content-type': 'text/html' }, body: '<p>' };
    const replay = await recordedReplay([
      { at: 0, milliseconds: 1, request: asked('/a'), reply: html },
      seen('/b', '', ''),
    ]);
    expect(replay.answer(asked('/a'))).toEqual(html);
    expect(replay.answer(asked('/b'))).toMatchObject({ status: 200, body: '' });
  });

  it('takes exchanges that people wrote', () => {
    const replay = replayOf(
      '{"endpoint":"/auth/verify_login?openid=A","request":{"openid":"A"},"response":{"ret":7}}\r\n\n',
    );
    expect(replay.answer(asked(`${path}?openid=A`, { openid: 'A' }))?.body).toBe('{"ret":7}\n');
  });
});

describe('a file that is no recording', () => {
  it('is told of line by line', () => {
    const lines = [
      '{"endpoint":"/a","response":{}}',
      'no JSON',
      '',
      '[]',
      '{"response":{}}',
      '{"endpoint":"/a"}',
      '{"endpoint":"","response":{}}',
      '{"endpoint":"/a","request":{}}',
      '{"endpoint":"/a","response":{},"status":"200"}',
      '{"endpoint":"/a","response":{},"contentType":"a\\nb"}',
      `{"endpoint":"/a","response":${'['.repeat(9999)}${']'.repeat(9999)}}`,
    ];
    const { recorded, problems } = readRecording(lines.join('\n'));
    expect(recorded).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(problems.map(({ message }) => message)).toEqual([
      'is not JSON',
      'must be an object',
      'does not say which endpoint it is for',
      'has neither query nor request nor response',
      'does not say which endpoint it is for',
      'has no response',
      'has a status that is none',
      'has a contentType that is none',
      'is nested too deep',
    ]);
  });

  it('is told of where it holds nothing', () => {
    expect(readRecording(' \n').problems).toEqual([{ line: 1, message: 'holds nothing' }]);
  });
});
