import { appendFileSync, cpSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashesOf, leftBeside, writeFiles } from '../support/folder-state.js';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const { msdk } = packageCopy(join(home, 'package'));
const whole = join(home, 'whole');
const only = ['--only', 'freeflow'];
let cases = 0;

/** One file of each product. */
const products = [
  'client/freeflow/getinfo.ts',
  'client/runtime/client.ts',
  'schemas/freeflow/getinfo.request.json',
  'validators/freeflow/getinfo.js',
  'validators/freeflow/getinfo.d.ts',
  'mock/freeflow.ts',
  'openapi.json',
  'openapi.yaml',
  'openapi-3.0.json',
  'signing-vectors.json',
  'manifest.json',
];

beforeAll(async () => {
  expect(await msdk(['generate', ...only, '--out', whole])).toMatchObject({ code: 0 });
});

function copyOfWhole(): string {
  const out = join(home, `case-${++cases}`, 'out');
  cpSync(whole, out, { recursive: true });
  return out;
}

/** Every product ends with a newline; a space in its place leaves JSON, YAML and TypeScript as they were. */
function changeOneByte(out: string, path: string): void {
  const file = join(out, path);
  truncateSync(file, statSync(file).size - 1);
  appendFileSync(file, ' ');
  expect(statSync(file).size).toBe(statSync(join(whole, path)).size);
}

/** What `generate --check` finds, as `code file`; it must find something, and change nothing. */
async function drift(out: string): Promise<string[]> {
  const before = existsSync(out) ? hashesOf(out) : undefined;
  const { code, stdout, stderr } = await msdk([
    'generate',
    '--check',
    ...only,
    '--out',
    out,
    '--json',
  ]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(existsSync(out) ? hashesOf(out) : undefined).toEqual(before);
  expect(leftBeside(out)).toEqual([]);
  const { findings, summary } = JSON.parse(stdout) as {
    findings: { severity: string; code: string; file: string; line: number; column: number }[];
    summary: object;
  };
  expect(summary).toEqual({ errors: findings.length, warnings: 0, infos: 0 });
  for (const finding of findings)
    expect(finding).toMatchObject({ severity: 'error', line: 1, column: 1 });
  return findings.map((finding) => `${finding.code} ${finding.file}`);
}

describe('generate --check', () => {
  it('has nothing to say about what was just generated', async () => {
    expect(await msdk(['generate', '--check', ...only, '--out', whole])).toEqual({
      code: 0,
      signal: null,
      stdout: '',
      stderr: '',
    });
  });

  it('is tried on every product there is', () => {
    const roots = new Set(products.map((path) => path.split('/')[0]));
    expect(new Set(Object.keys(hashesOf(whole)).map((path) => path.split('/')[0]))).toEqual(roots);
  });

  it('finds one byte that differs, in each product', async () => {
    const out = copyOfWhole();
    for (const path of products) changeOneByte(out, path);
    const found = (await drift(out)).sort();
    expect(found).toEqual(products.map((path) => `stale-output ${path}`).sort());
  });

  it.each(['client/freeflow/getinfo.ts', 'manifest.json'])('finds it alone in %s', async (path) => {
    const out = copyOfWhole();
    changeOneByte(out, path);
    expect(await drift(out)).toEqual([`stale-output ${path}`]);
  });

  it('finds each file that is missing, and each that nothing gives', async () => {
    const out = copyOfWhole();
    rmSync(join(out, 'client/freeflow/getinfo.ts'));
    rmSync(join(out, 'schemas'), { recursive: true });
    writeFiles(out, { 'client/freeflow/more.ts': '', 'mock/deep/er.ts': '' });
    const schemas = Object.keys(hashesOf(whole)).filter((path) => path.startsWith('schemas/'));
    expect((await drift(out)).sort()).toEqual(
      [
        ...['client/freeflow/getinfo.ts', ...schemas].map((path) => `missing-output ${path}`),
        'unexpected-output client/freeflow/more.ts',
        'unexpected-output mock/deep/er.ts',
      ].sort(),
    );
  });

  it('finds everything missing where there is no folder, and makes none', async () => {
    const out = join(home, 'never', 'made');
    expect((await drift(out)).sort()).toEqual(
      Object.keys(hashesOf(whole)).map((path) => `missing-output ${path}`),
    );
    expect(existsSync(join(home, 'never'))).toBe(false);
  });

  it('names the manifest where it is missing or broken, and changes nothing', async () => {
    for (const spoil of [rmSync, truncateSync]) {
      const out = copyOfWhole();
      spoil(join(out, 'manifest.json'));
      const before = hashesOf(out);
      const { code, stderr } = await msdk(['generate', '--check', ...only, '--out', out]);
      expect(code).not.toBe(0);
      expect(stderr).toContain('manifest.json');
      expect(hashesOf(out)).toEqual(before);
    }
  });

  it('tells people where, and how many', async () => {
    const out = copyOfWhole();
    appendFileSync(join(out, 'openapi.yaml'), ' ');
    const { code, stdout, stderr } = await msdk(['generate', '--check', ...only, '--out', out]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^openapi\.yaml:1:1 stale-output .*msdk generate/);
    expect(stderr).toMatch(/^1 error, 0 other findings in /m);
  });
});
