import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { load, readFolder, type RawFile } from '../../generator/load/index.js';
import { buildModel } from '../../generator/model/index.js';
import { folderOfThisFile } from '../support/file-folder.js';
import { hashesOf } from '../support/folder-state.js';
import { packageCopy, type RunOptions } from '../support/package-copy.js';

const home = folderOfThisFile();
const { root, msdk } = packageCopy(join(home, 'package'));
const shuffledFolders = resolve('test/support/preload/shuffled-folders.mjs');
let runs = 0;
let first: Record<string, string>;

async function generated(options: RunOptions, more: readonly string[] = []) {
  const out = join(home, `out-${++runs}`);
  const { code, stderr } = await msdk(['generate', '--out', out, ...more], options);
  expect(code, stderr).toBe(0);
  return hashesOf(out);
}

/** A copy of the catalogue whose files were made in the opposite order. */
function madeBackwards(): string {
  const copy = join(home, 'elsewhere', 'a catalogue');
  const files = readdirSync('spec', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative('spec', join(entry.parentPath, entry.name)))
    .sort()
    .reverse();
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join('spec', file), join(copy, file));
  }
  return copy;
}

beforeAll(async () => {
  first = await generated({ env: { LC_ALL: 'C', TZ: 'UTC' } });
});

describe('the same catalogue gives the same bytes', () => {
  it('as a whole, and the manifest says so', () => {
    expect(Object.keys(first).length).toBeGreaterThan(300);
    expect(first).toHaveProperty(['manifest.json']);
  });

  it('in a second run', async () => {
    expect(await generated({ env: { LC_ALL: 'C', TZ: 'UTC' } })).toEqual(first);
  });

  it.each([
    ['zh_CN.UTF-8', 'zh-CN', 'Asia/Shanghai', -480],
    ['tr_TR.UTF-8', 'tr-TR', 'America/St_Johns', 210],
    // Where "ch" stands behind "h", the catalogue's own names are ordered otherwise.
    ['cs_CZ.UTF-8', 'cs-CZ', 'Asia/Kathmandu', -330],
  ])('in the locale %s', async (locale, tag, zone, offset) => {
    const env = { LC_ALL: locale, LANG: locale, TZ: zone };
    // The process is in that locale and zone indeed, so that sorting and case could differ.
    const script =
      'console.log(new Intl.Collator().resolvedOptions().locale, new Date(0).getTimezoneOffset())';
    const seen = execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
    expect(seen.trim()).toBe(`${tag} ${offset}`);
    expect(await generated({ env })).toEqual(first);
  });

  it('from a copy elsewhere, whose files were made in another order, run from another folder', async () => {
    expect(await generated({ cwd: home }, ['--spec', madeBackwards()])).toEqual(first);
  });

  it('whatever the order in which a folder gives its entries', async () => {
    const options = { node: ['--import', shuffledFolders], env: { FOLDER_ORDER: '7' } };
    const script = `console.log(fs.readdirSync(${JSON.stringify(root)}).join())`;
    const list = (args: readonly string[]): string =>
      execFileSync(process.execPath, [...args, '-e', script], {
        env: options.env,
        encoding: 'utf8',
      });
    expect(list(options.node)).not.toBe(list([]));
    expect(await generated(options)).toEqual(first);
  });

  it('and none of the machine’s own', () => {
    for (const path of Object.keys(first)) {
      const text = readFileSync(join(home, 'out-1', path), 'utf8');
      for (const own of [home, root, resolve('.'), process.version])
        expect(text.includes(own), `${path} holds ${own}`).toBe(false);
    }
  });
});

describe('the order of the files', () => {
  const [raw] = readFolder('spec');

  const inAnyOrder = fc.shuffledSubarray([...raw], { minLength: raw.length });

  it('does not reach the model', () => {
    const modelOf = (files: readonly RawFile[]): string => {
      const [catalogue] = load(files);
      if (catalogue === undefined) throw new Error('the catalogue has errors');
      return JSON.stringify(buildModel(catalogue));
    };
    const expected = modelOf(raw);
    fc.assert(
      fc.property(inAnyOrder, (files) => {
        expect(modelOf(files) === expected).toBe(true);
      }),
      { numRuns: 3, examples: [[[...raw].reverse()]] },
    );
  });

  it('does not reach the findings', async () => {
    const spoilt = join(home, 'spoilt');
    cpSync('spec', spoilt, { recursive: true });
    for (const name of readdirSync(join(spoilt, 'enums'))) {
      const file = join(spoilt, 'enums', name);
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^name: .*$/m, 'name: Same'));
    }
    const args = ['check', '--json', '--spec', spoilt];
    const plain = await msdk(args);
    expect(plain.code).toBe(1);
    expect(plain.stdout).toContain('"duplicate-typescript-name"');
    for (const order of ['1', '2']) {
      const shuffled = { node: ['--import', shuffledFolders], env: { FOLDER_ORDER: order } };
      expect((await msdk(args, shuffled)).stdout).toBe(plain.stdout);
    }
  });

  it('nor the ends of their lines reach what is read', () => {
    const copy = join(home, 'crlf');
    for (const { path, text } of raw) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text.replaceAll('\n', '\r\n'));
    }
    expect(readFolder(copy)).toEqual([raw, []]);
  });
});
