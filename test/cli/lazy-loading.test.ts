import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const large = ['ts-morph', 'prettier', 'esbuild', 'typescript', 'handlebars'];
const { root, msdk, start } = packageCopy(join(home, 'package'), { without: large });
const out = join(home, 'out');
cpSync('generated', join(root, 'generated'), { recursive: true });
const payload = join(home, 'query_vip.request.json');
writeFileSync(payload, '{"appid":"1","openid":"o","accessToken":"t","vip":1}');

describe('without the packages that only generating needs', () => {
  it.each([
    [['--help'], 0],
    [['--version'], 0],
    [['check', '--help'], 0],
    [['generate', '--help'], 0],
    [['check'], 0],
    [['check', '--json'], 0],
    [['check', '--strict'], 1],
    [['validate', '--help'], 0],
    [['validate', payload], 0],
    [['validate', payload, '--reporter', 'sarif', '--coverage'], 0],
    [['validate', `${home}/*.request.json`, '--lang', 'ko'], 0],
    [['validate', payload, '--endpoint', '/profile/get_gift'], 1],
    [['mock', '--help'], 0],
    [['chek'], 2],
    [['generate', '--only', 'nothing'], 2],
  ])('msdk %j does its work', async (args, code) => {
    const ended = await msdk(args);
    expect(ended).toMatchObject({ code });
    expect(ended.stderr).not.toContain('error of the tool itself');
  });

  it('msdk generate reports what is wrong with the catalogue', async () => {
    const spec = join(home, 'spec');
    cpSync('spec', spec, { recursive: true });
    const file = join(spec, 'glossary.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n: : :\n`);
    const { code, stderr } = await msdk(['generate', '--spec', spec, '--out', out]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^glossary\.yaml:\d+:\d+ yaml-syntax /);
  });

  it('msdk mock serves', async () => {
    const { child, ended } = start(['mock', '--port', '0']);
    child.stdout?.once('data', () => child.kill());
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\n/);
  });

  it('msdk generate does not, or this file would prove nothing', async () => {
    const { code, stderr } = await msdk(['generate', '--only', 'freeflow', '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/ts-morph|esbuild/);
  });

  it('msdk generate knows what is up to date', async () => {
    const whole = packageCopy(join(home, 'whole'));
    const args = ['generate', '--only', 'freeflow', '--out', out];
    expect(await whole.msdk(args)).toMatchObject({ code: 0 });
    for (const name of large) rmSync(join(whole.root, 'node_modules', name), { force: true });
    const { code, stderr } = await whole.msdk(args);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('is up to date');
  });

  it('is tried on a package that has all the rest', () => {
    expect(readFileSync(join(root, 'dist/msdk.js'), 'utf8')).toBe(
      readFileSync('dist/msdk.js', 'utf8'),
    );
  });
});
