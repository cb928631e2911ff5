import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { specModel } from '../support/catalogue.js';

describe('the validators, taken out of the project', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'validators-'));
    for (const part of ['validators', 'client'])
      cpSync(join('dist/lib', part), join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('run as plain ESM with no package at hand', () => {
    const program = `
      import { endpoints, validateRequest } from './validators/index.js';
      const verdict = validateRequest('/relation/qqprofile', { openid: 7 });
      console.log(JSON.stringify([endpoints.length, verdict.findings.map((f) => f.pointer)]));`;
    writeFileSync(join(folder, 'program.mjs'), program);
    const printed = execFileSync(process.execPath, ['program.mjs'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(JSON.parse(printed)).toEqual([
      specModel().operations.length,
      ['/appid', '/accessToken', '/openid'],
    ]);
  });

  it('run where code from strings is forbidden', () => {
    writeFileSync(
      join(folder, 'strict.mjs'),
      `import { validateRequest } from './validators/index.js'; validateRequest('/share/qq', {});`,
    );
    const run = () =>
      execFileSync(process.execPath, ['--disallow-code-generation-from-strings', 'strict.mjs'], {
        cwd: folder,
      });
    expect(run).not.toThrow();
  });

  it('require and import nothing that is not theirs or the client’s', () => {
    for (const name of readdirSync(join(folder, 'validators'), {
      recursive: true,
      encoding: 'utf8',
    })) {
      if (!name.endsWith('.js')) continue;
      const text = readFileSync(join(folder, 'validators', name), 'utf8');
      // ajv's runtime names itself in a string; a call would not stand in quotes.
      expect(text, name).not.toMatch(/(?<!')\brequire\(/);
      for (const [, from] of text.matchAll(/\bfrom ?["']([^"']+)["']/g))
        expect(from, name).toMatch(/^\.\.?\//);
    }
  });
});
