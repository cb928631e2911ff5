import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { compile } from '../support/compilers.js';
import { hashesOf } from '../support/folder-state.js';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

interface Validators {
  readonly endpoints: readonly string[];
  validateRequest(endpoint: string, value: unknown): { readonly ok: boolean };
}

const home = folderOfThisFile();
const { msdk } = packageCopy(join(home, 'package'));
const modules = ['auth', 'freeflow', 'profile', 'relation', 'share'];

async function generateOnly(only: string): Promise<string> {
  const out = join(home, only.replaceAll(/\W+/g, '-'));
  const { code, stderr } = await msdk(['generate', '--only', only, '--out', out]);
  expect(code, stderr).toBe(0);
  return out;
}

function pathsIn(out: string): string[] {
  const text = readFileSync(join(out, 'openapi.json'), 'utf8');
  return Object.keys((JSON.parse(text) as { paths: object }).paths);
}

/** The modules of which an output folder holds anything. */
function modulesIn(out: string): string[] {
  const files = Object.keys(hashesOf(out));
  const named = files.map(
    (path) => /^(?:client|schemas|validators|mock)\/(\w+)[/.]/.exec(path)?.[1],
  );
  return modules.filter((module) => named.includes(module));
}

describe.each(modules)('generate --only %s', (module) => {
  it('gives a folder that needs nothing from outside', async () => {
    const out = await generateOnly(module);
    expect(modulesIn(out)).toEqual([module]);
    expect(new Set(pathsIn(out).map((path) => path.split('/')[1]))).toEqual(new Set([module]));

    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      files: Record<string, string>;
    };
    const { 'manifest.json': _itself, ...rest } = hashesOf(out);
    expect(manifest.files).toEqual(rest);

    // A bundle of each product takes in nothing but files of the folder.
    const { metafile } = await build({
      absWorkingDir: out,
      entryPoints: ['client/index.ts', 'mock/index.ts', 'validators/index.ts'],
      bundle: true,
      format: 'esm',
      platform: 'neutral',
      outdir: 'bundle',
      write: false,
      metafile: true,
    });
    for (const input of Object.keys(metafile.inputs)) expect(rest).toHaveProperty([input]);

    const validators = (await import(
      pathToFileURL(join(out, 'validators/index.ts')).href
    )) as Validators;
    expect([...validators.endpoints].sort()).toEqual(pathsIn(out).sort());
    for (const endpoint of validators.endpoints)
      expect(validators.validateRequest(endpoint, 'no object').ok, endpoint).toBe(false);

    // Compiled where nothing else stands: every import of a type, too, is found inside.
    const alone = join(home, 'alone', module);
    cpSync(out, alone, { recursive: true });
    expect(await compile(alone, '7.0')).toEqual([]);
  });
});

describe('generate --only', () => {
  it('takes several modules, with spaces and repeats', async () => {
    const out = await generateOnly('relation, auth,auth');
    expect(modulesIn(out)).toEqual(['auth', 'relation']);
    expect(new Set(pathsIn(out).map((path) => path.split('/')[1]))).toEqual(
      new Set(['auth', 'relation']),
    );
  });

  it('removes what another selection had left, and keeps what is not ours', async () => {
    const out = await generateOnly('freeflow');
    cpSync('package.json', join(out, 'package.json'));
    const { code, stderr } = await msdk(['generate', '--only', 'auth', '--out', out]);
    expect(code, stderr).toBe(0);
    expect(modulesIn(out)).toEqual(['auth']);
    expect(Object.keys(hashesOf(out))).toContain('package.json');
    expect(stderr).toMatch(/: \d+ files, \d+ added, \d+ changed, \d+ removed\n$/);
  });
});
