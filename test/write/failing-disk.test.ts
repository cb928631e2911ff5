import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  applyPlan,
  OutputError,
  planOutput,
  readTree,
  recover,
  type Plan,
} from '../../generator/write/index.js';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { folderOfThisFile } from '../support/file-folder.js';

/** Which call that changes the file system is to fail, and with what; 0 for none. */
const disk = vi.hoisted(() => ({ calls: 0, failsAt: 0, failsOn: false, code: 'EIO' }));

vi.mock('node:fs', async (importOriginal) => {
  const original: Record<string, unknown> = { ...(await importOriginal<object>()) };
  for (const name of ['copyFile', 'link', 'mkdir', 'rename', 'rm', 'writeFile']) {
    const call = original[`${name}Sync`] as (...args: unknown[]) => unknown;
    original[`${name}Sync`] = (...args: unknown[]) => {
      const call_ = ++disk.calls;
      if (call_ === disk.failsAt || (disk.failsOn && disk.failsAt > 0 && call_ > disk.failsAt))
        throw Object.assign(new Error(`${disk.code}: made to fail`), { code: disk.code });
      return call(...args);
    };
  }
  return original;
});

const home = folderOfThisFile();
let cases = 0;

function failing<T>(at: number, code: string, act: () => T): T {
  Object.assign(disk, { calls: 0, failsAt: at, code });
  try {
    return act();
  } finally {
    disk.failsAt = 0;
  }
}

afterEach(() => void (disk.failsAt = 0));

/** A folder with an old tree, beside a file that is not ours, and the plan that would change it. */
function oldTree(): [string, Plan] {
  const out = join(home, `case-${++cases}`, 'out');
  const first = { 'a.ts': 'first', 'same/b.ts': 'b', 'old/c.ts': 'c' };
  const second = { 'a.ts': 'second', 'same/b.ts': 'b', 'new/d.ts': 'd' };
  const emitted = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => ({ path, text }));
  applyPlan(planOutput(emitted(first), readTree(out)), out);
  writeFiles(out, { 'mine.txt': 'mine' });
  return [out, planOutput(emitted(second), readTree(out))];
}

describe('a disk that fails', () => {
  it('at any one call leaves the whole old tree with an OutputError, or the whole new one', () => {
    const [undisturbed, plan] = oldTree();
    const calls = failing(0, '', () => {
      applyPlan(plan, undisturbed);
      return disk.calls;
    });
    const whole = hashesOf(undisturbed);
    expect(calls).toBeGreaterThan(Object.keys(whole).length);
    let failures = 0;
    for (let call = 1; call <= calls; call++) {
      const [out, next] = oldTree();
      const before = hashesOf(out);
      let error: unknown;
      try {
        failing(call, 'EIO', () => applyPlan(next, out));
      } catch (thrown) {
        error = thrown;
        failures++;
        expect(thrown, `call ${call}`).toBeInstanceOf(OutputError);
        expect(leftBeside(out), `call ${call}`).toEqual([]);
      }
      expect(hashesOf(out), `call ${call}`).toEqual(error === undefined ? whole : before);
      recover(out);
      expect(leftBeside(out), `call ${call}, next run`).toEqual([]);
      applyPlan(planOutput(next.files.slice(0, -1), readTree(out)), out);
      expect(hashesOf(out), `call ${call}, next run`).toEqual(whole);
    }
    expect(failures).toBeGreaterThan(0);
  });

  it.each([
    ['EACCES', 'no permission'],
    ['EPERM', 'no permission'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'quota'],
    ['ENOTDIR', 'a part of the path is a file'],
    ['EIO', 'EIO'],
  ])('with %s says so, and that nothing was changed', (code, words) => {
    const [out, plan] = oldTree();
    const apply = (): void => failing(1, code, () => applyPlan(plan, out));
    expect(apply).toThrow(OutputError);
    const [again, next] = oldTree();
    expect(() => failing(1, code, () => applyPlan(next, again))).toThrow(words);
    expect(() => failing(1, code, () => applyPlan(next, again))).toThrow('nothing was changed');
  });

  it('in recovery is an OutputError too', () => {
    const [out] = oldTree();
    writeFiles(join(out, '..', '.out.msdk-4194305-new'), { 'a.ts': 'half' });
    expect(() => failing(1, 'EACCES', () => recover(out))).toThrow(OutputError);
    expect(readdirSync(out)).toContain('mine.txt');
  });
});

describe('paths that cannot stand side by side', () => {
  it.each([
    ['a file and a folder of one name', ['a', 'a/b']],
    ['a name longer than the disk takes', ['x'.repeat(300)]],
  ])('%s: an OutputError, and the old tree', (_what, paths) => {
    const [out] = oldTree();
    const before = hashesOf(out);
    const emitted = paths.map((path) => ({ path, text: '' }));
    expect(() => applyPlan(planOutput(emitted, readTree(out)), out)).toThrow(OutputError);
    expect(hashesOf(out)).toEqual(before);
    expect(leftBeside(out)).toEqual([]);
  });
});

describe('an output folder that cannot be', () => {
  it('below a file is an OutputError at every step', () => {
    const file = join(home, `case-${++cases}`, 'file');
    writeFiles(join(file, '..'), { file: 'a file' });
    const out = join(file, 'out');
    expect(() => {
      recover(out);
      applyPlan(planOutput([{ path: 'a.ts', text: 'a' }], readTree(out)), out);
    }).toThrow(OutputError);
    expect(readdirSync(join(file, '..'))).toEqual(['file']);
  });
});
