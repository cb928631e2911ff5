import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { applyPlan, planOutput, readTree, recover } from '../../generator/write/index.js';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { emittedFrom } from '../support/emitted-from.js';
import { folderOfThisFile } from '../support/file-folder.js';
import { expectWhole } from '../support/whole-tree.js';
import { bundleWriter } from '../support/writer-bundle.js';

const home = folderOfThisFile();
const writer = bundleWriter(join(home, 'writer.mjs'));
const killedAt = resolve('test/support/preload/killed-at.mjs');

/** The hashes of a folder after a run that nothing disturbs, with a file that is not ours. */
function treeOf(source: string): Record<string, string> {
  const out = join(home, 'undisturbed');
  rmSync(out, { recursive: true, force: true });
  writeOnce(out, source);
  writeFileSync(join(out, 'mine.txt'), 'mine');
  return hashesOf(out);
}

function writeOnce(out: string, source: string): void {
  recover(out);
  applyPlan(planOutput(emittedFrom(source), readTree(out)), out);
}

describe('a kill at each single step of writing', () => {
  const [first, second] = [join(home, 'small/first'), join(home, 'small/second')];
  const out = join(home, 'small/out');
  writeFiles(first, { 'a.ts': 'first', 'same/b.ts': 'b', 'old/c.ts': 'c' });
  writeFiles(second, { 'a.ts': 'second', 'same/b.ts': 'b', 'new/d.ts': 'd'.repeat(10_000) });

  function startOver(): void {
    for (const name of ['out', ...leftBeside(out)])
      rmSync(join(home, 'small', name), { recursive: true, force: true });
    writeOnce(out, first);
    writeFileSync(join(out, 'mine.txt'), 'mine');
  }

  function killed(step: number, halfway: boolean): { signal: string | null; stdout: string } {
    const env = { KILLED_AT: String(step), KILLED_HALFWAY: halfway ? 'yes' : 'no' };
    return spawnSync(process.execPath, ['--import', killedAt, writer, out, second], {
      encoding: 'utf8',
      env,
    });
  }

  it.each([
    ['before it', false],
    ['with half of it done', true],
  ])('leaves the old tree or the new one, %s', (_when, halfway) => {
    const trees = [treeOf(first), treeOf(second)];
    startOver();
    const steps = Number(killed(0, halfway).stdout.replace('ready\n', ''));
    // Every file is written or linked, and two renames put the tree in its place.
    expect(steps).toBeGreaterThan(Object.keys(trees[1] ?? {}).length + 2);
    for (let step = 1; step <= steps; step++) {
      startOver();
      expect(killed(step, halfway).signal).toBe('SIGKILL');
      expectWhole(out, trees, `step ${step}`);
      recover(out);
      expectWhole(out, trees, `step ${step}, recovered`);
      expect(leftBeside(out), `step ${step}`).toEqual([]);
      expect(existsSync(out), `step ${step}`).toBe(true);
      writeOnce(out, second);
      expect(hashesOf(out), `step ${step}, next run`).toEqual(trees[1]);
    }
  });

  it('is mended by the next run even where the folder was removed by hand before it', () => {
    const { 'mine.txt': _mine, ...whole } = treeOf(second);
    startOver();
    const steps = Number(killed(0, true).stdout.replace('ready\n', ''));
    for (let step = 1; step <= steps; step++) {
      startOver();
      killed(step, true);
      rmSync(out, { recursive: true, force: true });
      expect(() => writeOnce(out, second), `step ${step}`).not.toThrow();
      expect(hashesOf(out), `step ${step}`).toMatchObject(whole);
    }
  });
});

describe('a kill at any moment', () => {
  it('leaves the old tree or the new one, whole', async () => {
    const [first, second] = [join(home, 'large/first'), join(home, 'large/second')];
    const out = join(home, 'large/out');
    cpSync('generated', first, { recursive: true });
    cpSync('generated', second, { recursive: true });
    for (const [index, path] of Object.keys(hashesOf(second)).entries())
      if (index % 3 === 0) writeFileSync(join(second, path), `second ${index}`);
      else if (index % 3 === 1) renameSync(join(second, path), join(second, `${path}.moved`));
    const trees = [treeOf(first), treeOf(second)];
    writeOnce(out, first);
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const kills = 20;
    let interrupted = 0;
    for (let kill = 0; kill < kills; kill++) {
      const child = spawn(process.execPath, [writer, out, second, first, '--forever']);
      const ended = once(child, 'close');
      await once(child.stdout, 'data');
      const delay = ((kill + Math.random()) / kills) * 400;
      await pause(delay);
      child.kill('SIGKILL');
      await ended;
      expectWhole(out, trees, `after ${delay} ms`);
      if (leftBeside(out).length > 0) interrupted++;
    }
    // Kills that never meet a write would prove nothing.
    expect(interrupted).toBeGreaterThan(0);
    recover(out);
    expectWhole(out, trees, 'recovered');
    expect(leftBeside(out)).toEqual([]);
    expect(readdirSync(out)).toContain('mine.txt');
    applyPlan(planOutput([], readTree(out)), out);
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'mine.txt']);
  });
});
