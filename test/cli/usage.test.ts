import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

const home = folderOfThisFile();
const { msdk } = packageCopy(join(home, 'package'));

/** Every option there is; each does its work in a test of this folder. */
const options = {
  check: ['--help', '--json', '--spec', '--strict'],
  generate: ['--check', '--help', '--json', '--only', '--out', '--spec', '--watch'],
};

describe('wrong usage ends with 2, a sentence on stderr, and nothing on stdout', () => {
  it.each([
    [['chek'], '(Did you mean check?)'],
    [['genrate'], '(Did you mean generate?)'],
    [['check', '--stric'], '(Did you mean --strict?)'],
    [['generate', '--onyl', 'auth'], '(Did you mean --only?)'],
    [['check', 'more'], 'too many arguments'],
    [['generate', '--only'], 'argument missing'],
    [['generate', '--check', '--watch'], '--check and --watch exclude each other'],
    [['generate', '--only', 'atuh'], 'there is no module atuh'],
    [['generate', '--only', 'auth,nothing'], 'auth, freeflow, profile, relation, share'],
    [['generate', '--only', ''], 'there is no module of that name'],
    [['check', '--spec', 'nowhere'], 'there is no such file or folder'],
    [['generate', '--spec', 'nowhere'], 'there is no such file or folder'],
    [['check', '--spec', 'package.json'], 'it is not a folder'],
    [[], 'Usage: msdk'],
  ])('msdk %j', async (args, words) => {
    const { code, stdout, stderr } = await msdk(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('error of the tool itself');
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('help', () => {
  it('names every verb', async () => {
    const { code, stdout, stderr } = await msdk(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const verb of Object.keys(options))
      expect(stdout).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
  });

  it.each(Object.entries(options))(
    'of %s names every option and shows an example',
    async (verb, names) => {
      const { code, stdout, stderr } = await msdk([verb, '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const listed = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name);
      expect(listed.sort()).toEqual(names);
      expect(stdout).toContain(`\nExample:\n  msdk ${verb} `);
      expect(await msdk(['help', verb])).toMatchObject({ code: 0, stdout });
    },
  );

  it('is beside the version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await msdk(['--version'])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});

describe('msdk check', () => {
  it('has nothing to say about the catalogue, and ends with 0', async () => {
    expect(await msdk(['check'])).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  });

  it('finds the package’s own catalogue from anywhere', async () => {
    expect(await msdk(['check'], { cwd: home })).toMatchObject({ code: 0, stderr: '' });
  });

  it('lists with --strict what is open, and ends with 1', async () => {
    const { code, stdout, stderr } = await msdk(['check', '--strict']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^endpoints\/\S+\.yaml:\d+:\d+ hole /m);
    expect(stderr).toMatch(/^endpoints\/\S+\.yaml:\d+:\d+ open-contradiction /m);
    expect(stderr).toMatch(/^0 errors, \d+ other findings in spec$/m);
  });
});
