import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Drift, type DriftFinding } from '../../../generator/mock/proxy/drift.js';
import { driftJson, driftNote, driftText } from '../../../generator/mock/proxy/drift-report.js';
import { createProxy, type Proxy } from '../../../generator/mock/proxy/proxy.js';
import { createRecorder, type Recorder } from '../../../generator/mock/record/recorder.js';
import { exampleSamples } from '../../support/exchanges.js';
import { findingsInLines } from '../../support/judged-recording.js';
import { temporaryFolder } from '../../support/temporary.js';
import { asked, json, knowledge, upstream } from '../../support/upstream.js';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A proxy to a service that gives each of these replies in turn. */
async function proxyFor(
  replies: readonly unknown[],
  options: { onDrift?: (finding: DriftFinding) => void; recorder?: Recorder } = {},
): Promise<Proxy> {
  let next = 0;
  const server = await upstream((_, response) => {
    const reply = replies[next++ % replies.length];
    if (typeof reply === 'number') response.writeHead(reply).end('<html>');
    else json(response, reply);
  });
  const proxy = createProxy({ target: server.url, knowledge, ...options });
  open.push(
    () => proxy.close(),
    () => server.close(),
  );
  return proxy;
}

const [sample] = exampleSamples.filter(({ endpoint }) => endpoint === '/relation/qqfriends_detail');
const reply = sample?.response as { ret: number; msg: string; lists: Record<string, unknown>[] };
const request = sample?.request as Record<string, unknown>;
const target = `${sample?.endpoint ?? ''}?${new URLSearchParams(sample?.query).toString()}`;

const brief = ({ findings }: { readonly findings: readonly DriftFinding[] }): string[] =>
  findings.map(({ count, severity, code, part = '-', pointer }) =>
    [count, severity, code, part, pointer].join(' '),
  );

describe('drift', () => {
  it('is nothing where the service answers as the catalogue says: every example', async () => {
    const proxy = await proxyFor(exampleSamples.map(({ response }) => response));
    for (const { endpoint, query, request: body, method } of exampleSamples)
      await proxy.answer(
        asked(`${endpoint}?${new URLSearchParams(query).toString()}`, body ?? '', {}, method),
      );
    const { summary } = proxy.drift();
    expect(summary).toMatchObject({ exchanges: exampleSamples.length, unanswered: 0, drift: 0 });
  });

  it('finds a member that was renamed, once for all items of a list', async () => {
    const { openid, ...row } = reply.lists[0] ?? {};
    const renamed = {
      ...reply,
      lists: [
        { ...row, openId: openid },
        { ...row, openId: openid },
      ],
    };
    const proxy = await proxyFor([reply, renamed, renamed]);
    for (let count = 0; count < 3; count++) await proxy.answer(asked(target, request));
    const report = proxy.drift();
    expect(brief(report)).toEqual([
      '2 error missing-member response /lists/*/openid',
      '2 warning unknown-member response /lists/*/openId',
    ]);
    expect(report.findings[1]).toMatchObject({
      endpoint: '/relation/qqfriends_detail',
      suggestion: 'did you mean "openid"?',
      first: { exchange: 2 },
    });
    expect(report.summary).toMatchObject({ exchanges: 3, errors: 1, warnings: 1, drift: 2 });
  });

  it('finds members and error codes that the catalogue lacks, and other statuses', async () => {
    const proxy = await proxyFor([
      { ...reply, extra: 1 },
      { ret: -987654, msg: '' },
      { ret: -987655, msg: '' },
      { ret: -987654, msg: '' },
      503,
    ]);
    for (let count = 0; count < 5; count++) await proxy.answer(asked(target, request));
    expect(brief(proxy.drift())).toEqual([
      '1 warning unknown-member response /extra',
      '2 warning unknown-error-code response /ret',
      '1 warning unknown-error-code response /ret',
      '1 warning wrong-status response ',
    ]);
  });

  it('finds an endpoint that is answered and not known, and none that is refused', async () => {
    const proxy = await proxyFor([
      { ret: -505, msg: 'no such' },
      { ret: 0, msg: '' },
    ]);
    await proxy.answer(asked('/relation/nowhere?a=1', {}));
    expect(proxy.drift().findings).toEqual([]);
    await proxy.answer(asked('/relation/nearby?a=1', {}));
    expect(proxy.drift().findings).toMatchObject([
      {
        code: 'unknown-endpoint',
        endpoint: '',
        count: 1,
        message: 'there is no endpoint /relation/nearby',
      },
    ]);
    expect(proxy.drift().summary.drift).toBe(1);
  });

  it('tells what was asked wrongly from what was answered so', async () => {
    const proxy = await proxyFor([reply]);
    const { openid: _, ...rest } = request;
    await proxy.answer(asked(target.replace(/sig=\w+/, 'sig=1'), { ...rest, flag: 'x' }));
    const parts = proxy.drift().findings.map(({ part, pointer }) => `${part ?? ''} ${pointer}`);
    expect(parts).toEqual(
      expect.arrayContaining(['query /sig', 'request /openid', 'request /flag']),
    );
    expect(proxy.drift().summary.drift).toBe(0);
  });

  it('has the findings that msdk validate has of the recording, with their lines', async () => {
    const file = join(temporaryFolder(), 'calls.ndjson');
    const recorder = createRecorder({ file, knowledge, onProblem: () => undefined });
    const proxy = await proxyFor([{ ret: 0, msg: '', lists: 7 }, 500], { recorder });
    await proxy.answer(asked('/auth/verify_login', 'x'));
    await proxy.answer(asked(target, { ...request, openid: 7 }));
    await proxy.answer(asked(target, ''));
    await proxy.answer(asked(target, request));
    await recorder.close();
    const said = await findingsInLines(readFileSync(file, 'utf8'));
    const kinds = new Set(
      said.map(({ code, endpoint, pointer }) => `${endpoint} ${code} ${pointer}`),
    );
    const { findings } = proxy.drift();
    const own = findings.filter(
      ({ code, part }) => code !== 'unknown-member' || part !== 'response',
    );
    expect(
      new Set(own.map(({ code, endpoint, pointer }) => `${endpoint} ${code} ${pointer}`)),
    ).toEqual(kinds);
    expect(kinds.size).toBeGreaterThan(5);
    const [status] = findings.filter(({ code }) => code === 'wrong-status');
    expect(status?.first.line).toBe(2);
    expect(findings.every(({ first }) => first.line !== undefined)).toBe(true);
  });

  it('is told once for each kind, without secrets', async () => {
    const notes: string[] = [];
    const proxy = await proxyFor(
      [{ ...reply, msg: 7, 'SECRET-OF-MINE': 1, note: 'SECRET-OF-MINE' }],
      {
        onDrift: (finding) => notes.push(driftNote(finding)),
      },
    );
    const body = { ...request, accessToken: 'SECRET-OF-MINE', 'of SECRET-OF-MINE': 1 };
    for (let count = 0; count < 2; count++) await proxy.answer(asked(target, body));
    const report = proxy.drift();
    expect(notes).toHaveLength(report.findings.length);
    expect(notes[0]).toBe(
      `asked: /relation/qqfriends_detail error unknown-member request /of ${'*'.repeat(14)} is not a member here; it takes appid, openid, accessToken, flag, closefriends_flag`,
    );
    for (const text of [...notes, driftText(report), driftJson(report)])
      expect(text).not.toContain('SECRET-OF-MINE');
  });

  it('is kept in bounds whatever the service makes up', () => {
    const drift = new Drift('http://a');
    const finding = {
      severity: 'error',
      code: 'unknown-member',
      message: '',
      endpoint: '',
      part: 'response',
    } as const;
    const entry = {
      at: '',
      method: '',
      path: '',
      endpoint: '',
      query: {},
      status: 200,
      milliseconds: 0,
    };
    drift.add(
      entry,
      Array.from({ length: 1500 }, (_, at) => ({ ...finding, pointer: `/m${at}` })),
      undefined,
    );
    const { findings, summary } = drift.report();
    expect([findings.length, summary.omitted]).toEqual([1000, 500]);
  });
});

describe('a report of drift', () => {
  it('is text for people and JSON for programs', async () => {
    const proxy = await proxyFor([{ ...reply, 'a\u001b[31m\nb': 1 }, 500]);
    for (let count = 0; count < 3; count++) await proxy.answer(asked(target, request));
    const report = proxy.drift();
    const lines = driftText(report).split('\n');
    expect(lines).toEqual([
      '/relation/qqfriends_detail',
      expect.stringMatching(
        /^ {2}2× warning unknown-member reply \/a\\u001b\[31m\\u000ab is not a member here; .* \[.*\]; first in exchange 1$/,
      ),
      '  1× warning wrong-status reply has HTTP status 500; the service answers with 200; first in exchange 2',
      `0 errors, 2 warnings in 3 exchanges with ${report.target}; 2 of them in what the service answers`,
      '',
    ]);
    const { findings, summary } = JSON.parse(driftJson(report)) as Record<string, unknown>;
    expect(findings).toEqual(report.findings);
    expect(summary).toEqual({ target: report.target, ...report.summary });
  });
});
