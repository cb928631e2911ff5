import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  applyPlan,
  manifestPath,
  OutputError,
  planOutput,
  readTree,
  recover,
} from '../../generator/write/index.js';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
let count = 0;
let out = '';
beforeEach(() => {
  out = join(home, `case-${++count}`, 'out');
});

function write(files: Readonly<Record<string, string>>, folder = out): void {
  const emitted = Object.entries(files).map(([path, text]) => ({ path, text }));
  applyPlan(planOutput(emitted, readTree(folder)), folder);
}

describe('writing a plan', () => {
  it('makes the folder, and its parents, with exactly the planned files', () => {
    write({ 'a.ts': 'a', 'b/c/d.ts': 'd' });
    expect(Object.keys(hashesOf(out))).toEqual(['a.ts', 'b/c/d.ts', manifestPath]);
    expect(readFileSync(join(out, 'b/c/d.ts'), 'utf8')).toBe('d');
    expect(leftBeside(out)).toEqual([]);
  });

  it('takes an empty folder as it is', () => {
    mkdirSync(out, { recursive: true });
    write({ 'a.ts': 'a' });
    expect(Object.keys(hashesOf(out))).toEqual(['a.ts', manifestPath]);
  });

  it('removes what the manifest lists, and the folders that this leaves empty', () => {
    write({ 'a.ts': 'a', 'old/b.ts': 'b' });
    write({ 'a.ts': 'a' });
    expect(readdirSync(out).sort()).toEqual(['a.ts', manifestPath]);
  });

  it('keeps what is not ours: bytes, mode, links, also within folders of ours', () => {
    write({ 'a.ts': 'a', 'ours/b.ts': 'b' });
    writeFiles(out, { 'mine.sh': '#!/bin/sh\n', 'ours/mine.txt': 'm', 'own/deep/x': 'x' });
    chmodSync(join(out, 'mine.sh'), 0o751);
    symlinkSync('mine.sh', join(out, 'link'));
    symlinkSync('/nowhere', join(out, 'dangling'));
    symlinkSync('own', join(out, 'own-too'));
    write({ 'a.ts': 'changed' });
    expect(statSync(join(out, 'mine.sh')).mode & 0o777).toBe(0o751);
    expect(readFileSync(join(out, 'ours/mine.txt'), 'utf8')).toBe('m');
    expect(readFileSync(join(out, 'own/deep/x'), 'utf8')).toBe('x');
    expect(readlinkSync(join(out, 'link'))).toBe('mine.sh');
    expect(readlinkSync(join(out, 'dangling'))).toBe('/nowhere');
    expect(lstatSync(join(out, 'own-too')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(out, 'ours/b.ts'))).toBe(false);
    expect(readFileSync(join(out, 'a.ts'), 'utf8')).toBe('changed');
  });

  it('keeps a file of someone else’s that appeared after the plan was made', () => {
    write({ 'a.ts': 'a' });
    const plan = planOutput([{ path: 'a.ts', text: 'b' }], readTree(out));
    writeFileSync(join(out, 'late.txt'), 'late');
    applyPlan(plan, out);
    expect(readFileSync(join(out, 'a.ts'), 'utf8')).toBe('b');
    expect(readFileSync(join(out, 'late.txt'), 'utf8')).toBe('late');
  });

  it('removes nothing that a forged manifest names outside the folder', () => {
    write({ 'a.ts': 'a' });
    const precious = join(out, '..', 'precious.txt');
    writeFileSync(precious, 'p');
    const files = { '../precious.txt': '', [precious]: '' };
    writeFileSync(join(out, manifestPath), JSON.stringify({ tool: 'msdk-api', files }));
    write({ 'a.ts': 'b' });
    expect(readFileSync(precious, 'utf8')).toBe('p');
  });

  it.each([
    ['with ./ before it', (near: string) => `./${near}`],
    ['with / behind it', (near: string) => `${near}/`],
    [
      'through its parent',
      (near: string) => join(near, '..') + '/../' + near.split('/').slice(-2).join('/'),
    ],
  ])('means the same folder %s', (_how, spell) => {
    write({ 'a.ts': 'a', 'old.ts': 'o' });
    writeFileSync(join(out, 'mine.txt'), 'm');
    const spelt = spell(relative('.', out));
    expect(readTree(spelt).paths).toEqual(readTree(out).paths);
    write({ 'a.ts': 'b' }, spelt);
    expect(Object.keys(hashesOf(out))).toEqual(['a.ts', manifestPath, 'mine.txt']);
  });
});

describe('a folder that is not ours', () => {
  it.each([
    ['without a manifest', {}],
    ['with another tool’s manifest', { [manifestPath]: '{"name":"app","icons":[]}' }],
  ])('is refused %s, and untouched', (_how, files) => {
    writeFiles(out, { ...files, 'notes.txt': 'n' });
    const before = hashesOf(out);
    expect(() => write({ 'a.ts': 'a' })).toThrow(OutputError);
    expect(hashesOf(out)).toEqual(before);
    expect(leftBeside(out)).toEqual([]);
  });

  it('is refused where it is a file, or a link to a folder', () => {
    writeFiles(join(out, '..'), { out: 'a file', 'real/x.txt': 'x' });
    expect(() => readTree(out)).toThrow(OutputError);
    symlinkSync('real', join(out, '..', 'link'));
    expect(() => readTree(join(out, '..', 'link'))).toThrow(OutputError);
  });
});

/** No process has the number that these names hold. */
describe('recovery', () => {
  it('puts back the old tree where the new one had not yet taken its place', () => {
    write({ 'a.ts': 'a' });
    const before = hashesOf(out);
    writeFiles(join(out, '..', '.out.msdk-4194305-new'), { 'a.ts': 'half' });
    renameSync(out, join(out, '..', '.out.msdk-4194305-old'));
    recover(out);
    expect(hashesOf(out)).toEqual(before);
    expect(leftBeside(out)).toEqual([]);
  });

  it('clears what stands beside a whole tree, and nothing of another folder’s', () => {
    write({ 'a.ts': 'a' });
    const before = hashesOf(out);
    const beside = join(out, '..');
    const others = { '.out2.msdk-4194305-old/a.ts': 'a', '.out.txt': 't', 'out2/a.ts': 'a' };
    writeFiles(beside, {
      ...others,
      '.out.msdk-4194305-old/a.ts': 'x',
      '.out.msdk-4194305-new/a.ts': 'y',
    });
    recover(out);
    expect(Object.keys(hashesOf(beside)).filter((path) => !path.startsWith('out/'))).toEqual(
      Object.keys(others).sort(),
    );
    expect(hashesOf(out)).toEqual(before);
  });

  it('has nothing to do where nothing was ever written', () => {
    recover(out);
    expect(existsSync(out)).toBe(false);
  });
});
