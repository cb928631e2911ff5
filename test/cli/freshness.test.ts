import {
  appendFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashesOf } from '../support/folder-state.js';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const { root, msdk } = packageCopy(join(home, 'package'));
const endpoint = join(root, 'spec/endpoints/freeflow/getinfo.yaml');
const editedMeanwhile = resolve('test/support/preload/edited-meanwhile.mjs');

const inOut = (out: string): string[] => [
  'generate',
  '--only',
  'freeflow',
  '--out',
  join(home, out),
];

/** Runs and gives the one line that a run ends with, behind the folder's name. */
async function generate(out: string, node: readonly string[] = [], env = {}): Promise<string> {
  const { code, stdout, stderr } = await msdk(inOut(out), { node, env });
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
  const [, said = stderr] = new RegExp(`^\\S*${out}:? (.*)\n$`).exec(stderr) ?? [];
  return said;
}

const upToDate = 'is up to date';
const unchanged = /^\d+ files, 0 added, 0 changed, 0 removed$/;
const unchangedOrUpToDate = /^(\d+ files, 0 added, 0 changed, 0 removed|is up to date)$/;

/** What changes when a file is written anew, even with the same bytes. */
function marksOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => {
      const { ino, mtimeNs, size } = lstatSync(join(folder, path), { bigint: true });
      return [path, [ino, mtimeNs, size].join(' ')];
    }),
  );
}

describe('a second run', () => {
  it('says that all is up to date, and touches nothing', async () => {
    expect(await generate('same')).toMatch(/^\d+ files, \d+ added, 0 changed, 0 removed$/);
    const marks = marksOf(join(home, 'same'));
    expect(await generate('same')).toBe(upToDate);
    expect(marksOf(join(home, 'same'))).toEqual(marks);
    const { code, stdout, stderr } = await msdk([...inOut('same'), '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      findings: [],
      summary: { errors: 0, warnings: 0, infos: 0 },
    });
  });

  it('touches nothing either where the catalogue was only touched', async () => {
    await generate('touched');
    const marks = marksOf(join(home, 'touched'));
    utimesSync(endpoint, new Date(), new Date());
    expect(await generate('touched')).toMatch(unchangedOrUpToDate);
    expect(marksOf(join(home, 'touched'))).toEqual(marks);
    expect(await generate('touched')).toBe(upToDate);
  });

  it('generates again after an edit of the catalogue, and only what it changes', async () => {
    await generate('edited');
    const before = marksOf(join(home, 'edited'));
    const text = readFileSync(endpoint, 'utf8');
    const edited = text.replace(/^( *title: .*en: )/m, '$1Really ');
    expect(edited).not.toBe(text);
    writeFileSync(endpoint, edited);
    try {
      expect(await generate('edited')).toMatch(/^\d+ files, 0 added, [1-9]\d* changed, 0 removed$/);
      const after = marksOf(join(home, 'edited'));
      expect(after['openapi.json']).not.toBe(before['openapi.json']);
      expect(after['client/runtime/client.ts']).toBe(before['client/runtime/client.ts']);
    } finally {
      writeFileSync(endpoint, text);
    }
  });

  it('generates again after an edit of a template', async () => {
    await generate('template');
    const template = join(root, 'templates/runtime/md5.ts');
    const text = readFileSync(template, 'utf8');
    appendFileSync(template, '// more\n');
    expect(await generate('template')).toMatch(/^\d+ files, 0 added, 2 changed, 0 removed$/);
    writeFileSync(template, text);
  });

  it('mends what was changed or removed by hand', async () => {
    await generate('mended');
    const whole = hashesOf(join(home, 'mended'));
    appendFileSync(join(home, 'mended/client/index.ts'), '// mine\n');
    rmSync(join(home, 'mended/openapi.json'));
    expect(await generate('mended')).toMatch(/^\d+ files, 1 added, 1 changed, 0 removed$/);
    expect(hashesOf(join(home, 'mended'))).toEqual(whole);
  });

  it('sees an edit that was made while the run before it was writing', async () => {
    const spec = join(home, 'spec-edited-meanwhile');
    cpSync(join(root, 'spec'), spec, { recursive: true });
    const env = { EDITED: join(spec, 'service.yaml'), EDIT: '\nno-key-of-this-file: true\n' };
    const args = [...inOut('meanwhile'), '--spec', spec];
    const node = ['--import', editedMeanwhile];
    expect(await msdk(args, { node, env })).toMatchObject({ code: 0 });
    expect(readFileSync(env.EDITED, 'utf8')).toContain(env.EDIT);
    const { code, stderr } = await msdk(args);
    expect(stderr).toContain('unknown-key');
    expect(code).toBe(1);
  });
});

describe('the note of what is up to date', () => {
  const cache = join(root, 'node_modules/.cache');

  it('stands in the package’s cache, not in the output', async () => {
    await generate('noted');
    const { 'manifest.json': _itself, ...rest } = hashesOf(join(home, 'noted'));
    const manifest = readFileSync(join(home, 'noted/manifest.json'), 'utf8');
    expect((JSON.parse(manifest) as { files: object }).files).toEqual(rest);
    expect(readdirSync(cache, { recursive: true }).length).toBeGreaterThan(1);
  });

  it('does no harm where it is spoilt', async () => {
    await generate('spoilt');
    const whole = hashesOf(join(home, 'spoilt'));
    for (const spoilt of ['{', 'null']) {
      for (const note of readdirSync(join(cache, 'msdk-api')))
        writeFileSync(join(cache, 'msdk-api', note), spoilt);
      expect(await generate('spoilt'), spoilt).toMatch(unchanged);
      expect(hashesOf(join(home, 'spoilt'))).toEqual(whole);
    }
  });

  it('does no harm where it cannot be written', async () => {
    await generate('whole');
    rmSync(cache, { recursive: true });
    // A file where the folder should be stops every user, also one whom no permission binds.
    writeFileSync(cache, 'a file');
    try {
      expect(await generate('uncached')).toMatch(/^\d+ files, \d+ added, 0 changed, 0 removed$/);
      expect(await generate('uncached')).toMatch(unchanged);
      expect(hashesOf(join(home, 'uncached'))).toEqual(hashesOf(join(home, 'whole')));
    } finally {
      rmSync(cache);
      mkdirSync(cache);
    }
  });
});
