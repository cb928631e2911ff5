import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  applyPlan,
  OutputError,
  planOutput,
  readTree,
  recover,
  type Plan,
} from '../../generator/write/index.js';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { expectWhole } from '../support/whole-tree.js';
import { folderOfThisFile } from '../support/file-folder.js';

/** Which calls that change the file system are to fail, from the first to the last, and with what. */
const disk = vi.hoisted(() => ({ calls: 0, first: 0, last: 0, code: '' }));

vi.mock('node:fs', async (importOriginal) => {
  const original: Record<string, unknown> = { ...(await importOriginal<object>()) };
  for (const name of ['copyFile', 'link', 'mkdir', 'open', 'rename', 'rm', 'writeFile']) {
    const call = original[`${name}Sync`] as (...args: unknown[]) => unknown;
    original[`${name}Sync`] = (...args: unknown[]) => {
      disk.calls++;
      if (disk.first <= disk.calls && disk.calls <= disk.last)
        throw Object.assign(new Error(`${disk.code}: made to fail`), { code: disk.code });
      return call(...args);
    };
  }
  return original;
});

const home = folderOfThisFile();
let cases = 0;

/** Acts while calls fail, and gives what it threw. */
function failing(first: number, last: number, code: string, act: () => void): unknown {
  Object.assign(disk, { calls: 0, first, last, code });
  try {
    act();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    Object.assign(disk, { first: 0, last: 0 });
  }
}

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
  const [undisturbed, plan] = oldTree();
  const before = hashesOf(undisturbed);
  failing(0, 0, '', () => applyPlan(plan, undisturbed));
  const { calls } = disk;
  const whole = hashesOf(undisturbed);

  it('fails at one call or another of every run that writes', () => {
    expect(calls).toBeGreaterThan(Object.keys(whole).length);
    expect(whole).not.toEqual(before);
  });

  it('once leaves the whole old tree with an OutputError, or the whole new one', () => {
    let failures = 0;
    for (let call = 1; call <= calls; call++) {
      const [out, next] = oldTree();
      const error = failing(call, call, 'EIO', () => applyPlan(next, out));
      if (error !== undefined) {
        failures++;
        expect(error, `call ${call}`).toBeInstanceOf(OutputError);
        expect(leftBeside(out), `call ${call}`).toEqual([]);
      }
      expect(hashesOf(out), `call ${call}`).toEqual(error === undefined ? whole : before);
      expectMendable(out, next, `call ${call}`);
    }
    expect(failures).toBeGreaterThan(0);
  });

  it('for good, from any call on, leaves one of them where the next run finds it', () => {
    for (let call = 1; call <= calls; call++) {
      const [out, next] = oldTree();
      const error = failing(call, Infinity, 'EIO', () => applyPlan(next, out));
      if (error !== undefined) expect(error, `call ${call}`).toBeInstanceOf(OutputError);
      expectWhole(out, [before, whole], `call ${call}`);
      expectMendable(out, next, `call ${call}`);
    }
  });

  /** Holds that the next run clears what is left and writes the whole tree. */
  function expectMendable(out: string, next: Plan, when: string): void {
    recover(out);
    expect(leftBeside(out), when).toEqual([]);
    applyPlan(planOutput(next.files.slice(0, -1), readTree(out)), out);
    expect(hashesOf(out), when).toEqual(whole);
  }

  it.each([
    ['EACCES', 'no permission'],
    ['EPERM', 'no permission'],
    ['EROFS', 'read-only'],
    ['ENOSPC', 'full'],
    ['EDQUOT', 'quota'],
    ['ENOTDIR', 'a part of the path is a file'],
    ['EIO', 'EIO'],
  ])('with %s says so, and that nothing was changed', (code, words) => {
    const [out, next] = oldTree();
    const error = failing(1, 1, code, () => applyPlan(next, out));
    expect(error).toBeInstanceOf(OutputError);
    expect(String(error)).toContain(words);
    expect(String(error)).toContain('nothing was changed');
  });

  it('in recovery is an OutputError too', () => {
    const [out] = oldTree();
    // No process has this number.
    writeFiles(join(out, '..', '.out.msdk-4194305-new'), { 'a.ts': 'half' });
    expect(failing(1, 1, 'EACCES', () => recover(out))).toBeInstanceOf(OutputError);
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
