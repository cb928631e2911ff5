import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { folderOfThisFile } from '../support/file-folder.js';
import { mockCommand } from '../support/mock-server/command.js';

const home = folderOfThisFile();
const command = mockCommand(join(home, 'package'));
const world = { players: [{ openid: 'O1', platform: 'qq' }], issued: 7 };

const put = (url: string, body: object) =>
  fetch(`${url}/__msdk/state`, { method: 'PUT', body: JSON.stringify(body) });

const parsed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('--state', () => {
  it('keeps the world from one run to the next, for its owner alone', async () => {
    const file = join(home, 'world.json');
    const first = await command.listen('--state', file);
    expect(existsSync(file)).toBe(false);
    await put(first.url, world);
    expect(await first.stop()).toMatchObject({ code: 0 });
    expect(parsed(file)).toEqual(world);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const second = await command.listen('--state', file);
    expect(await (await fetch(`${second.url}/__msdk/state`)).json()).toEqual(world);
    await second.stop();
    expect(parsed(file)).toEqual(world);
    expect(readdirSync(home).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('writes through a link, and leaves the file as open as it was', async () => {
    const [file, link] = [join(home, 'linked.json'), join(home, 'link.json')];
    writeFileSync(file, '{}');
    chmodSync(file, 0o640);
    symlinkSync(file, link);
    const server = await command.listen('--state', link);
    await put(server.url, world);
    await server.stop();
    expect(parsed(file)).toEqual(world);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it.skipIf(process.platform === 'win32')('is written at SIGUSR2, too', async () => {
    const file = join(home, 'signal.json');
    const server = await command.listen('--state', file);
    await put(server.url, world);
    server.child.kill('SIGUSR2');
    await vi.waitFor(() => expect(parsed(file)).toEqual(world));
    await put(server.url, {});
    await server.stop();
    expect(parsed(file)).toEqual({});
  });

  it.each([
    ['{"players":', 'it is not JSON; name another file, or remove it'],
    ['[]', 'it holds no world, which is an object'],
    ['{"players":7}', 'cannot be used\n  /players: must be an array'],
  ])('%s is refused, and left as it is', async (text, words) => {
    const file = join(home, 'broken.json');
    writeFileSync(file, text);
    const { code, stderr } = await command.msdk(['mock', '--port', '0', '--state', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
