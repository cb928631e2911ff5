import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMsdk } from '../../generated/client/index.js';
import { folderOfThisFile } from '../support/file-folder.js';
import { mockCommand } from '../support/mock-server/command.js';

const home = folderOfThisFile();
const root = join(home, 'package');
const command = mockCommand(root, 'real');
cpSync('generated/validators', join(root, 'generated/validators'), { recursive: true });

const openid = '0123456789ABCDEF0123456789ABCDEF';
const secret = 'a token that nobody else may read';

/** A client of the game that the mock lets in without being told. */
const clientOf = (baseUrl: string) =>
  createMsdk({ baseUrl, apps: { qq: { appid: '100000001', key: 'msdk-mock-msdkkey' } } });

const friends = (baseUrl: string, headers = {}) =>
  clientOf(baseUrl).relation.qqfriendsDetail({ openid, accessToken: secret }, { headers });

describe('the mock beside a service', () => {
  it('forwards, tells once and at the end what differs, and records without secrets', async () => {
    const renamed = { endpoint: '/relation/qqfriends_detail', answer: { merge: { is_list: '0' } } };
    const scenario = join(home, 'drift.yaml');
    writeFileSync(scenario, JSON.stringify({ rules: [renamed] }));
    const service = await command.listen('--scenario', scenario);
    const [record, drift] = [join(home, 'calls.ndjson'), join(home, 'drift.json')];
    const proxy = await command.listen(
      '--proxy',
      service.url,
      '--record',
      record,
      '--drift',
      drift,
    );
    for (let count = 0; count < 2; count++) expect((await friends(proxy.url)).ret).toBe(0);
    const { requests } = (await (await fetch(`${proxy.url}/__msdk/requests`)).json()) as {
      requests: unknown[];
    };
    expect(requests).toMatchObject([{ cause: 'proxy' }, { cause: 'proxy' }]);
    const { code, stderr } = await proxy.stop();
    expect(code).toBe(0);
    expect(stderr.match(/^drift: .*is_list/gm)).toHaveLength(1);
    expect(stderr).toMatch(/^ {2}2× warning unknown-member reply \/is_list /m);
    expect(stderr.match(/ ret=0 200 [\d.]+ms proxy$/gm)).toHaveLength(2);
    const report = JSON.parse(readFileSync(drift, 'utf8')) as { findings: unknown[] };
    expect(report.findings).toMatchObject([
      { code: 'unknown-member', pointer: '/is_list', count: 2 },
    ]);
    const recorded = readFileSync(record, 'utf8');
    expect(recorded.trim().split('\n')).toHaveLength(2);
    for (const text of [recorded, stderr]) expect(text).not.toContain(secret);
    expect(statSync(record).mode & 0o777).toBe(0o600);
    expect((await command.msdk(['validate', '--lenient', record])).code).toBe(0);
    await service.stop();
  });

  it('replays what was recorded, and answers the rest from its state', async () => {
    const record = join(home, 'own.ndjson');
    const first = await command.listen('--record', record);
    await friends(first.url, { prefer: 'example=one-friend' });
    await first.stop();
    const second = await command.listen('--replay', record);
    const { lists } = await friends(second.url);
    expect(lists).toHaveLength(1);
    const profile = { openid, accessToken: 'another' };
    expect((await clientOf(second.url).relation.qqprofile(profile)).ret).toBe(0);
    const { stderr } = await second.stop();
    expect(stderr.match(/ms (replay|state)$/gm)).toEqual(['ms replay', 'ms state']);
  });

  it('replays what was recorded before a kill cut the last line off', async () => {
    const record = join(home, 'cut.ndjson');
    const first = await command.listen('--record', record);
    await friends(first.url, { prefer: 'example=one-friend' });
    await first.stop();
    writeFileSync(record, `${readFileSync(record, 'utf8')}{"endpoint":"/relation/qqpro`);
    const { url, stop } = await command.listen('--replay', record);
    expect((await friends(url)).lists).toHaveLength(1);
    await stop();
  });

  it('begins a replay again where the mock is put back to the start', async () => {
    const record = join(home, 'twice.ndjson');
    const first = await command.listen('--record', record);
    await friends(first.url, { prefer: 'example=one-friend' });
    await friends(first.url);
    await first.stop();
    const { url, stop } = await command.listen('--replay', record);
    const count = async (): Promise<number> => (await friends(url)).lists.length;
    expect([await count(), await count(), await count()]).toEqual([1, 3, 3]);
    await fetch(`${url}/__msdk/reset`, { method: 'POST' });
    expect(await count()).toBe(1);
    await stop();
  });

  it.each<[string, string[], RegExp]>([
    ['no address', ['--proxy', 'msdk'], /^msdk: --proxy: /m],
    ['an address that is no service', ['--proxy', 'ftp://msdk.qq.com'], /^msdk: --proxy: /m],
    [
      'a report of nothing',
      ['--drift', 'x.json'],
      /--drift: there is nothing to report without --proxy/,
    ],
    ['one file for both', ['--record', 'a', '--replay', './a'], /cannot be the same file/],
    ['a recording where there is no folder', ['--record', 'no/folder/x'], /--record: .*ENOENT/],
    [
      'a report where there is no folder',
      ['--proxy', 'http://a', '--drift', 'no/x'],
      /--drift no\/x: .*ENOENT/,
    ],
    ['itself as the service', ['--port', '8123', '--proxy', 'http://localhost:8123'], /itself/],
    ['a recording that is not there', ['--replay', 'nothing'], /--replay nothing: .*ENOENT/],
    ['what is no recording', ['--replay', 'package.json'], /package\.json:1 /],
  ])('refuses %s', async (_what, args, message) => {
    const { code, stderr } = await command.msdk(['mock', '--port', '0', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(existsSync('a')).toBe(false);
  });
});
