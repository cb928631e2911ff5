import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderOfThisFile } from '../support/file-folder.js';
import { leftBeside } from '../support/folder-state.js';
import { packageCopy, type Running } from '../support/package-copy.js';

const home = folderOfThisFile();
const { msdk, start } = packageCopy(join(home, 'package'));
const [spec, out] = [join(home, 'spec'), join(home, 'out')];
const endpoint = join(spec, 'endpoints/freeflow/getinfo.yaml');
const changed = /: \d+ files, 0 added, [1-9]\d* changed, 0 removed\n/;
const args = ['generate', '--only', 'freeflow', '--spec', spec, '--out', out];

let run: Running;
let written = 0;

beforeEach(async () => {
  rmSync(spec, { recursive: true, force: true });
  cpSync('spec', spec, { recursive: true });
  run = start([...args, '--watch']);
  await run.says(/watching \S+\n/);
  // The watch begins with the message; give a slow machine's kernel a moment to have it.
  await pause(500);
});

afterEach(async () => {
  run.child.kill('SIGKILL');
  await run.ended;
});

/** The catalogue's text with another title, never the same twice. */
function edited(): string {
  const text = readFileSync(endpoint, 'utf8');
  return text.replace(/^( *title: .*en: )[\w ]+/m, `$1Query ${++written} times`);
}

function expectWritten(): void {
  expect(readFileSync(join(out, 'openapi.json'), 'utf8')).toContain(`Query ${written} times`);
}

describe('generate --watch', () => {
  it('generates again after each edit, also of a file put in the place of another', async () => {
    const replace = (): void => {
      writeFileSync(join(home, 'next.yaml'), edited());
      renameSync(join(home, 'next.yaml'), endpoint);
    };
    const write = (): void => writeFileSync(endpoint, edited());
    for (const edit of [write, replace, replace, write]) {
      edit();
      await run.says(changed);
      expectWritten();
    }
  });

  it('reports an error, goes on, and keeps what was generated', async () => {
    const text = edited();
    const before = readFileSync(join(out, 'openapi.json'), 'utf8');
    writeFileSync(endpoint, text.replace(/^method:/m, 'metod:'));
    await run.says(/getinfo\.yaml:\d+:\d+ unknown-key /);
    await run.says(/other findings in /);
    expect(readFileSync(join(out, 'openapi.json'), 'utf8')).toBe(before);
    writeFileSync(endpoint, text);
    await run.says(changed);
    expectWritten();
  });

  it('does not lose an edit made while it generates', async () => {
    writeFileSync(endpoint, edited());
    // Past the moment in which edits count as one, and before the run that they started is over.
    await pause(300);
    writeFileSync(endpoint, edited());
    while (!readFileSync(join(out, 'openapi.json'), 'utf8').includes(`Query ${written} times`))
      await run.says(/ files, | is up to date\n/);
    expectWritten();
  });

  it('does not lose an edit made before the first run is over', async () => {
    const fresh = join(home, 'fresh');
    const first = start([...args.slice(0, -1), fresh, '--watch']);
    try {
      while (leftBeside(fresh).length === 0 && !existsSync(fresh)) await pause(1);
      writeFileSync(endpoint, edited());
      await first.says(changed);
      expect(readFileSync(join(fresh, 'openapi.json'), 'utf8')).toContain(`Query ${written} times`);
    } finally {
      first.child.kill('SIGKILL');
      await first.ended;
    }
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends on %s, with a whole tree', async (signal) => {
    run.child.kill(signal);
    const ended = await run.ended;
    expect(ended.signal ?? ended.code).not.toBe(0);
    expect(leftBeside(out)).toEqual([]);
    expect(await msdk([...args, '--check'])).toMatchObject({ code: 0, stderr: '' });
  });
});
