import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { applyPlan, planOutput, readTree, recover } from '../../generator/write/index.js';
import { emittedFrom } from '../support/emitted-from.js';
import { folderOfThisFile } from '../support/file-folder.js';
import { hashesOf, leftBeside } from '../support/folder-state.js';
import { bundleWriter } from '../support/writer-bundle.js';

const home = folderOfThisFile();
const writer = bundleWriter(join(home, 'writer.mjs'));
const sources = [join(home, 'first'), join(home, 'second')] as const;
const out = join(home, 'contested', 'out');

function writeOnce(folder: string, source: string): void {
  recover(folder);
  applyPlan(planOutput(emittedFrom(source), readTree(folder)), folder);
}

/** Starts a process that writes once, and gives its exit code. */
function write(source: string): Promise<number | null> {
  const child = spawn(process.execPath, [writer, out, source], { stdio: 'ignore' });
  return new Promise((settle) => child.once('close', settle));
}

describe('two runs that write one folder at the same time', () => {
  it('leave the tree of one of them, whole', async () => {
    for (const source of sources) cpSync('generated', source, { recursive: true });
    for (const [index, path] of Object.keys(hashesOf(sources[1])).entries())
      if (index % 2 === 0) writeFileSync(join(sources[1], path), `second ${index}`);
    const trees = sources.map((source, index) => {
      const folder = join(home, `whole-${index}`);
      writeOnce(folder, source);
      return JSON.stringify(hashesOf(folder));
    });
    for (let round = 0; round < 12; round++) {
      writeOnce(out, sources[round % 2 === 0 ? 0 : 1]);
      const one = write(sources[0]);
      await pause(Math.random() * 80);
      const codes = await Promise.all([one, write(sources[1])]);
      expect(codes, `round ${round}`).toContain(0);
      expect(trees, `round ${round}`).toContain(JSON.stringify(hashesOf(out)));
    }
    writeOnce(out, sources[0]);
    expect(leftBeside(out)).toEqual([]);
  });
});
