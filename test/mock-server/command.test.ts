import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfThisFile } from '../support/file-folder.js';
import { mockCommand } from '../support/mock-server/command.js';
import { dial, post, read, send } from '../support/mock-server/raw.js';

const home = folderOfThisFile();
const command = mockCommand(join(home, 'package'));
const hasCurl = (() => {
  try {
    return execFileSync('curl', ['--version']).length > 0;
  } catch {
    return false;
  }
})();

describe('msdk mock', () => {
  it('says where it listens, and with which keys', async () => {
    const server = await command.listen();
    const [first, ...rest] = server.stdout().split('\n');
    expect(first).toBe(`listening on http://127.0.0.1:${server.port}`);
    expect(rest.join('\n')).toContain(
      'app 100000001  appkey msdk-mock-appkey  msdkkey msdk-mock-msdkkey\n' +
        'app wx0000000000000001  appkey msdk-mock-appkey  msdkkey msdk-mock-msdkkey\n',
    );
    expect(await server.stop()).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it.skipIf(!hasCurl).each([
    ['QQ', [], ['/auth/verify_login', '/relation/qqfriends_detail', '/profile/query_vip']],
    [
      'WeChat',
      ['--app', `wx1:a'b:c d`],
      ['/auth/check_token', '/relation/wxfriends_profile', '/profile/wxget_vip'],
    ],
  ])(
    'prints curl commands for %s that work as pasted (where there is curl)',
    async (_of, args, paths) => {
      const server = await command.listen(...args);
      const lines = server.stdout().match(/^curl .*$/gm) ?? [];
      const replies = lines.map(
        (line) => JSON.parse(execFileSync('sh', ['-c', line], { encoding: 'utf8' })) as unknown,
      );
      expect(replies).toEqual(
        paths.map((path): unknown =>
          expect.objectContaining({
            ret: 0,
            target: expect.stringMatching(
              `^${path}/\\?timestamp=\\d{10}&appid=\\w+&sig=[0-9a-f]{32}&`,
            ) as string,
          }),
        ),
      );
      await server.stop();
    },
  );

  it('is called by whoever may call it, with another appid and keys', async () => {
    const server = await command.listen('--app', '7:k1:k2', '--app', '8', '--any-key');
    expect(server.stdout()).toMatch(
      /\napp 7 {2}appkey k1 {2}msdkkey k2\napp 8 {2}appkey msdk-mock-/,
    );
    await server.stop();
  });

  it('warns where others reach it, and answers them', async () => {
    const server = await command.listen('--host', '0.0.0.0', '--quiet');
    expect(read(await send(server.port, post('/a'))).status).toBe(200);
    const { stderr, stdout } = await server.stop();
    expect(stdout).toContain(`listening on http://0.0.0.0:${server.port}\n`);
    expect(stdout).toContain(`curl -s 'http://127.0.0.1:${server.port}/`);
    expect(stderr).toBe(
      `msdk: whoever reaches http://0.0.0.0:${server.port} can read and change the mock, its admin surface /__msdk/ included\n`,
    );
  });

  it('writes a line for each request to stderr, and none with --quiet', async () => {
    const [loud, quiet] = await Promise.all([command.listen(), command.listen('--quiet')]);
    for (const { port } of [loud, quiet]) await send(port, post('/auth/a?sig=0123456789'));
    expect((await loud.stop()).stderr).toMatch(
      /^[\d:.]+ POST \/auth\/a ret=0 200 [\d.]+ms state\n$/,
    );
    expect((await quiet.stop()).stderr).toBe('');
  });

  it('bounds bodies by --max-body', async () => {
    const server = await command.listen('--max-body', '10');
    expect(read(await send(server.port, post('/a', 'x'.repeat(11)))).json).toMatchObject({
      body: { unreadable: 'too-large' },
    });
    await server.stop();
  });
});

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in order', async (signal) => {
    const server = await command.listen();
    const idle = dial(server.port);
    idle.socket.write(post('/a', '{}', []));
    await idle.hears('"target"');
    expect(await server.stop(signal)).toMatchObject({ code: 0, signal: null });
    expect((await idle.ended).text).toContain('"target"');
  });

  it('at a second time ends it at once', async () => {
    const server = await command.listen();
    const slow = dial(server.port);
    slow.socket.write('POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{');
    // An answer to another tells that the first has been read.
    await send(server.port, post('/b'));
    server.child.kill('SIGTERM');
    for (;;) if ((await send(server.port)).broken === 'ECONNREFUSED') break;
    expect(await server.stop('SIGTERM')).toMatchObject({ code: 143 });
  });
});

describe('what cannot be', () => {
  it('is a port in use', async () => {
    const server = await command.listen();
    const ended = await command.msdk(['mock', '--port', String(server.port)]);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toBe(
      `msdk: port ${server.port} of 127.0.0.1 is in use; choose another by --port, or --port 0 for any that is free\n`,
    );
    await server.stop();
  });

  it.each([
    [
      ['--port', '65536'],
      '--port 65536: it must be a whole number of at least 0 and at most 65535',
    ],
    [['--port', '80a'], '--port 80a: it must be'],
    [['--host', ''], '--host: it must be an address'],
    [['--host', '192.0.2.1'], '--host 192.0.2.1: nothing can listen there (EADDRNOTAVAIL)'],
    [['--app', ':secret'], '--app : an appid has letters'],
    [['--app', '1:secret:b:c'], '--app 1: it has at most three parts'],
    [['--app', 'G_1:secret'], '--app G_1: leave out the G_'],
    [['--seed', '-1'], '--seed -1: it must be a whole number of at least 0'],
    [['--clock', 'noon'], '--clock noon: it must be a time such as 2026-01-31T12:00:00Z'],
    [['--rate', '0'], '--rate 0: it must be a whole number of at least 1'],
    [['--keep', 'all'], '--keep all: it must be a whole number of at least 0'],
    [['--max-body', '0'], '--max-body 0: it must be a whole number of at least 1'],
    [['--strangers', 'shoot'], "argument 'shoot' is invalid. Allowed choices are adopt, refuse."],
    [['--log', 'xml'], "argument 'xml' is invalid. Allowed choices are pretty, json."],
    [['--scenario', 'no-such.json'], 'no-such.json:1:1 unreadable-file'],
    [
      ['--state', 'no-such/world.json'],
      '--state no-such/world.json: its folder cannot be written (ENOENT)',
    ],
  ])('%j is refused with its remedy', async (args, words) => {
    const { code, stdout, stderr } = await command.msdk(['mock', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/secret|\bat .*:\d+:\d+/);
  });

  it('is a mock that is not built, or broken', async () => {
    const { root, msdk } = mockCommand(join(home, 'unbuilt'));
    const engine = join(root, 'dist/mock.js');
    writeFileSync(engine, 'export {');
    const remedy = 'run npm run generate, then npm run build\n';
    expect(await msdk(['mock'])).toMatchObject({
      code: 2,
      stderr: `msdk: ${engine} cannot be loaded (SyntaxError: Unexpected end of input); ${remedy}`,
    });
    rmSync(engine);
    expect(await msdk(['mock'])).toMatchObject({
      code: 2,
      stderr: `msdk: ${engine} is not there; ${remedy}`,
    });
  });
});
