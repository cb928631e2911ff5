// A program pays for the validators that it names, and for no other.
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const alias = { 'msdk-api/validators': resolve('dist/lib/validators/index.js') };

async function bundleOf(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: '.' },
    alias,
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

describe('a bundle of the validators', () => {
  const one = `import { isAuthVerifyLoginRequest } from 'msdk-api/validators';
    console.log(isAuthVerifyLoginRequest({ appid: '1', openid: '2', openkey: '3', userip: '4' }));
    console.log(isAuthVerifyLoginRequest({ appid: '1', openid: 2, openkey: '3', userip: '4' }));`;

  it('with one guard holds one endpoint, without its facts', async () => {
    const text = await bundleOf(one);
    expect(text.length).toBeLessThan(4_000);
    expect(text).not.toContain('/auth/');
    const printed = execFileSync(
      process.execPath,
      ['--disallow-code-generation-from-strings', '--input-type=module', '-'],
      { input: text, encoding: 'utf8' },
    );
    expect(printed).toBe('true\nfalse\n');
  });

  it('with validateRequest holds all of them', async () => {
    const text = await bundleOf(
      `import { validateRequest } from 'msdk-api/validators';
       console.log(validateRequest('/auth/verify_login', {}).ok);`,
    );
    expect(text.length).toBeGreaterThan(100_000);
    expect(text).toContain('/share/wx_link');
  });
});
