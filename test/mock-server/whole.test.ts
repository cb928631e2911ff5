import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfThisFile } from '../support/file-folder.js';
import { mockCommand } from '../support/mock-server/command.js';

const home = folderOfThisFile();
const command = mockCommand(join(home, 'package'), 'real');

/** Calls an endpoint for the QQ player of the world that is made up. */
async function call(
  url: string,
  path: string,
  { key = 'msdk-mock-msdkkey', appid = '100000001' } = {},
) {
  const sig = createHash('md5').update(`${key}1`).digest('hex');
  const openid = '0123456789ABCDEF0123456789ABCDEF';
  const body = { appid, openid, openkey: 'QQ-TOKEN-OF-01234567', userip: '127.0.0.1' };
  const response = await fetch(
    `${url}${path}?timestamp=1&appid=${appid}&sig=${sig}&encode=2&openid=${openid}`,
    { method: 'POST', body: JSON.stringify(body) },
  );
  return (await response.json()) as { ret: number };
}

const verify = '/auth/verify_login';

const admin = async (
  url: string,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return (await fetch(`${url}/__msdk${path}`, init)).json();
};

describe('the command with the mock that is generated', () => {
  it('prints commands that succeed, for QQ and for WeChat (with curl)', async () => {
    for (const args of [
      [],
      ['--app', 'wx0000000000000001'],
      ['--app', '100000001:only-an-appkey:'],
    ]) {
      const server = await command.listen(...args);
      const lines = server.stdout().match(/^curl .*$/gm) ?? [];
      expect(lines).toHaveLength(3);
      for (const line of lines)
        expect(
          JSON.parse(execFileSync('sh', ['-c', line], { encoding: 'utf8' })),
          line,
        ).toMatchObject({ ret: 0 });
      const { stderr } = await server.stop();
      expect(stderr.match(/ ret=0 200 [\d.]+ms state$/gm)).toHaveLength(3);
    }
  });

  it('verifies signatures by the keys that it was told, unless any key will do', async () => {
    const server = await command.listen('--app', '100000001:k1:k2');
    expect(await call(server.url, verify)).toMatchObject({ ret: -502 });
    expect(await call(server.url, verify, { key: 'k2' })).toMatchObject({ ret: 0 });
    expect(await call(server.url, verify, { key: 'k2', appid: '9' })).toMatchObject({ ret: -504 });
    await server.stop();
    const open = await command.listen('--any-key');
    expect(await call(open.url, verify, { key: 'x', appid: '9' })).toMatchObject({ ret: 0 });
    await open.stop();
  });

  it('has the clock, the seed and the rest of what it was told', async () => {
    const told = ['--clock', '2026-01-31T12:00:00Z', '--seed', '7', '--keep', '1', '--rate', '1'];
    const server = await command.listen(...told, '--strangers', 'refuse', '--strict-types');
    const { now } = (await admin(server.url, 'GET', '/clock')) as { now: number };
    expect(now - Date.parse('2026-01-31T12:00:00Z')).toBeLessThan(600_000);
    await admin(server.url, 'POST', '/clock', { set: '2026-01-31T12:30:00Z' });
    expect(await call(server.url, verify)).toMatchObject({ ret: 0 });
    expect((await call(server.url, verify)).ret).not.toBe(0);
    await admin(server.url, 'POST', '/clock', { advance: 5_000 });
    expect(await call(server.url, verify)).toMatchObject({ ret: 0 });
    expect(await admin(server.url, 'GET', '/requests')).toMatchObject({
      requests: [{ number: 3 }],
    });
    await server.stop();
  });

  it('obeys a rule until it is taken off, and shows what it did', async () => {
    const server = await command.listen();
    const rule = { endpoint: verify, answer: { code: -502 } };
    const { id } = (await admin(server.url, 'POST', '/rules', rule)) as { id: string };
    expect(await call(server.url, verify)).toMatchObject({ ret: -502 });
    expect(await admin(server.url, 'DELETE', `/rules/${id}`)).toEqual({ ok: true });
    expect(await call(server.url, verify)).toMatchObject({ ret: 0 });
    const { requests } = (await admin(server.url, 'GET', `/requests?endpoint=${verify}`)) as {
      requests: object[];
    };
    expect(requests).toMatchObject([
      { cause: 'rule', query: { sig: '***' }, body: { openkey: '***', userip: '127.0.0.1' } },
      { cause: 'state' },
    ]);
    await server.stop();
  });

  it('takes a scenario, over which options go', async () => {
    const file = join(home, 'scenario.json');
    const apps = [{ appid: '100000001', appkey: 'k1', msdkkey: 'of-scenario' }];
    writeFileSync(file, JSON.stringify({ apps, rules: [] }));
    const server = await command.listen('--scenario', file);
    expect(server.stdout()).toContain('app 100000001  appkey k1  msdkkey of-scenario\n');
    expect(await call(server.url, verify, { key: 'of-scenario' })).toMatchObject({ ret: 0 });
    await server.stop();
    const other = await command.listen('--scenario', file, '--app', '100000001');
    expect(await call(other.url, verify)).toMatchObject({ ret: 0 });
    await other.stop();
  });

  it('remembers from one run to the next by --state', async () => {
    const file = join(home, 'world.json');
    const first = await command.listen('--state', file);
    const world = (await admin(first.url, 'GET', '/state')) as { tokens: object[] };
    const tokens = [{ token: 'T-NEW', kind: 'access', openid: 'O-NEW', platform: 'qq' }];
    await admin(first.url, 'PUT', '/state', { ...world, tokens });
    await first.stop();
    const second = await command.listen('--state', file, '--quiet');
    expect(await admin(second.url, 'GET', '/state')).toMatchObject({ tokens });
    await second.stop();
  });
});
