import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { folderOfThisFile } from '../support/file-folder.js';
import { hashesOf, leftBeside } from '../support/folder-state.js';
import { packageCopy } from '../support/package-copy.js';
import { expectWhole } from '../support/whole-tree.js';

const home = folderOfThisFile();
const { msdk, start } = packageCopy(join(home, 'package'));
const out = join(home, 'killed', 'out');

const generate = (only: string, folder: string): readonly string[] => [
  'generate',
  '--only',
  only,
  '--out',
  folder,
];

/** What a run that nothing disturbs writes, beside a file that is not ours. */
async function undisturbed(only: string): Promise<Record<string, string>> {
  const folder = join(home, only);
  expect(await msdk(generate(only, folder))).toMatchObject({ code: 0 });
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  return hashesOf(folder);
}

/** Resolves when writing begins: when something stands beside the folder. */
async function writingBegins(running: { readonly ended: Promise<unknown> }): Promise<void> {
  const run = { over: false };
  void running.ended.then(() => (run.over = true));
  while (!run.over && leftBeside(out).length === 0) await pause(1);
}

describe('msdk generate, killed', () => {
  it('at any moment of its run leaves the old tree or the new one', async () => {
    const trees = [await undisturbed('auth'), await undisturbed('share')];
    mkdirSync(out, { recursive: true });
    const begun = performance.now();
    expect(await msdk(generate('auth', out))).toMatchObject({ code: 0 });
    const length = performance.now() - begun;
    writeFileSync(join(out, 'mine.txt'), 'mine');
    const kills = 15;
    let [killed, interrupted] = [0, 0];
    for (let kill = 0; kill < kills; kill++) {
      // Where a kill left no folder, the run puts the old one back before it writes.
      const stands = existsSync(join(out, 'mock/auth.ts')) ? 'auth' : 'share';
      const run = start(generate(stands === 'auth' ? 'share' : 'auth', out));
      // One of three is spread over the whole run; the others meet it while it writes.
      const whole = kill % 3 === 0;
      if (!whole) await writingBegins(run);
      const share = (kill + Math.random()) / kills;
      const delay = whole ? share * length : share * share * 40;
      await pause(delay);
      run.child.kill('SIGKILL');
      if ((await run.ended).signal === 'SIGKILL') killed++;
      expectWhole(out, trees, `${whole ? 'after' : 'writing for'} ${delay} ms`);
      if (leftBeside(out).length > 0) interrupted++;
    }
    // Kills that never meet the run, or never its writing, would prove nothing.
    expect(killed).toBeGreaterThan(kills / 3);
    expect(interrupted).toBeGreaterThan(0);
    expect(await msdk(generate('share', out))).toMatchObject({ code: 0 });
    expect(hashesOf(out)).toEqual(trees[1]);
    expect(leftBeside(out)).toEqual([]);
  });

  it('over nothing leaves nothing, or the new tree', async () => {
    const { 'mine.txt': _mine, ...fresh } = await undisturbed('freeflow');
    rmSync(out, { recursive: true, force: true });
    const run = start(generate('freeflow', out));
    await writingBegins(run);
    run.child.kill('SIGKILL');
    await run.ended;
    if (existsSync(out)) expect(hashesOf(out)).toEqual(fresh);
    expect(await msdk(generate('freeflow', out))).toMatchObject({ code: 0 });
    expect(hashesOf(out)).toEqual(fresh);
    expect(leftBeside(out)).toEqual([]);
  });
});
