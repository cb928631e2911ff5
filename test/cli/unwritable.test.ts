import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const { root, msdk } = packageCopy(join(home, 'package'));
const only = ['generate', '--only', 'freeflow'];
let cases = 0;

/** A folder of the case's own, with these files in it. */
function place(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(home, `case-${++cases}`);
  mkdirSync(folder);
  writeFiles(folder, files);
  return folder;
}

/** Holds that the run is refused in one sentence, and everything in the folder is as it was. */
async function expectRefused(folder: string, out: string, words: string): Promise<void> {
  const before = hashesOf(folder);
  const { code, stdout, stderr } = await msdk([...only, '--out', out], { cwd: folder });
  expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^msdk: [^\n]+\n$/);
  expect(stderr).toContain(words);
  expect(stderr).not.toContain('error of the tool itself');
  expect(hashesOf(folder)).toEqual(before);
  expect(leftBeside(join(folder, out))).toEqual([]);
}

describe('an output folder that is not ours', () => {
  it('is refused where it holds files and no manifest', async () => {
    await expectRefused(place({ 'out/notes.txt': 'n' }), 'out', 'no manifest.json of this tool');
  });

  it('is refused where the manifest is another tool’s', async () => {
    const folder = place({ 'out/manifest.json': '{"name":"app","icons":[]}' });
    await expectRefused(folder, 'out', 'no manifest.json of this tool');
  });

  it('is refused where it is a file', async () => {
    await expectRefused(place({ out: 'a file' }), 'out', 'not a folder');
  });

  it('is refused where it is a link', async () => {
    const folder = place({ 'real/notes.txt': 'n' });
    symlinkSync('real', join(folder, 'out'));
    await expectRefused(folder, 'out', 'not a folder');
  });

  it.each(['.', 'src/..', ''])('is refused as --out "%s", of all folders', async (out) => {
    await expectRefused(place({ 'notes.txt': 'n', 'src/main.ts': 'm' }), out, '');
  });

  it('is the folder asked for, however it is spelt', async () => {
    const folder = place();
    const made = await msdk([...only, '--out', './sdk'], { cwd: folder });
    expect(made.code, made.stderr).toBe(0);
    for (const [out, cwd] of [
      ['sdk/', folder],
      ['.', join(folder, 'sdk')],
    ] as const)
      expect(await msdk([...only, '--check', '--out', out], { cwd }), out).toMatchObject({
        code: 0,
        stderr: '',
      });
    expect(readdirSync(folder)).toEqual(['sdk']);
  });

  it('is ours where it is empty', async () => {
    const folder = place();
    mkdirSync(join(folder, 'out'));
    const { code, stderr } = await msdk([...only, '--out', 'out'], { cwd: folder });
    expect(code, stderr).toBe(0);
    expect(readdirSync(join(folder, 'out'))).toContain('manifest.json');
  });
});

describe('an output folder that cannot be written', () => {
  it('because its parent is a file', async () => {
    await expectRefused(place({ file: 'a file' }), 'file/out', 'a part of the path is a file');
  });

  it('because its parent’s parent is a file', async () => {
    await expectRefused(place({ file: 'a file' }), 'file/more/out', 'a part of the path is a file');
  });

  it('because its name is too long', async () => {
    await expectRefused(place(), 'x'.repeat(300), 'nothing was changed');
  });

  it('because the disk takes no more, halfway through: the old tree stays whole', async () => {
    const folder = place();
    const out = join(folder, 'out');
    expect(await msdk(['generate', '--only', 'auth', '--out', out])).toMatchObject({ code: 0 });
    const before = hashesOf(folder);
    for (const target of [out, join(folder, 'fresh')]) {
      // No file may grow beyond 64 blocks: small files are written, the large ones fail.
      const limited = `ulimit -f 64; trap '' XFSZ; exec "$0" "$@"`;
      const command = [process.execPath, join(root, 'dist/msdk.js'), ...only, '--out', target];
      const { status, stderr } = spawnSync('bash', ['-c', limited, ...command], {
        encoding: 'utf8',
      });
      expect(status, stderr).toBe(2);
      expect(stderr).toMatch(/^msdk: cannot write [^\n]+; nothing was changed\n$/);
    }
    expect(hashesOf(folder)).toEqual(before);
    expect(existsSync(join(folder, 'fresh'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['out']);
  });
});
