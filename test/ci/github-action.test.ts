import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { action, localCommand, runAction, type ActionRun } from '../support/ci/composite.js';
import {
  badText,
  bareText,
  deprecatedText,
  goodText,
  hostileNames,
  looseText,
  signedText,
} from '../support/ci/payloads.js';
import { readGithub } from '../support/reports/github-reader.js';
import { temporaryFolder, writeFiles } from '../support/temporary.js';

const folderOf = (files: Readonly<Record<string, string>>): string =>
  temporaryFolder(Object.entries(files).map(([path, text]) => ({ path, text })));

const json = (...path: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(...path), 'utf8'));

describe('the action', () => {
  it('passes what has nothing wrong with it, and counts', async () => {
    const workspace = folderOf({ 'good.json': goodText, 'more/good.json': goodText });
    const { code, stdout, stderr, outputs } = await runAction(workspace, {
      files: 'good.json\r\nmore\n\n',
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('errors: 0, warnings: 0, payloads: 2\n');
    expect(outputs).toEqual({
      errors: '0',
      warnings: '0',
      payloads: '2',
      'exit-code': '0',
      'sarif-file': '',
    });
  });

  it('annotates what is wrong, and fails', async () => {
    const workspace = folderOf({ 'calls/bad.json': badText, 'calls/good.json': goodText });
    const { code, stdout, outputs } = await runAction(workspace, { files: 'calls/*.json' });
    expect(code).toBe(1);
    expect(readGithub(stdout)).toEqual([
      {
        name: 'error',
        properties: expect.objectContaining({ file: 'calls/bad.json', line: '1' }) as unknown,
        data: expect.stringContaining('/openid must be a string') as unknown,
      },
    ]);
    expect(outputs).toMatchObject({ errors: '1', warnings: '0', payloads: '2', 'exit-code': '1' });
  });

  it('ends with 2 where something cannot be read, and still counts the rest', async () => {
    const { code, outputs } = await runAction(folderOf({ 'good.json': goodText }), {
      files: 'good.json\nnone.json',
    });
    expect(code).toBe(2);
    expect(outputs).toMatchObject({ errors: '1', payloads: '1', 'exit-code': '2' });
  });

  it.each([
    [{ files: ' \n' }, '"files" names nothing'],
    [{ files: 'a.json', part: 'reply' }, '"part" is request or response, not reply'],
    [{ files: 'a.json', lenient: 'yes\n::add-mask::a' }, '"lenient" is true or false, not yes'],
  ])('refuses %j', async (inputs, words) => {
    const { code, stdout, outputs } = await runAction(folderOf({ 'a.json': goodText }), inputs);
    expect(code).toBe(2);
    expect(readGithub(stdout)).toEqual([
      {
        name: 'error',
        properties: { title: 'msdk validate' },
        data: expect.stringContaining(words) as unknown,
      },
    ]);
    expect(outputs).toMatchObject({ errors: '', payloads: '', 'exit-code': '2' });
  });

  it.each([
    [{ endpoint: '/auth/none' }, '--endpoint /auth/none'],
    [{ endpoint: '--lenient' }, '--endpoint --lenient'],
    [{ lang: 'fr' }, "'--lang <language>' argument 'fr'"],
    [{ max: '-1' }, '--max -1'],
    [{ 'fail-on': 'nothing' }, '--fail-on nothing'],
    [{ 'base-url': 'ftp://a' }, '--base-url ftp://a'],
    [{ reporter: 'xml' }, '--reporter xml'],
    [{ 'min-coverage': 'half' }, '--min-coverage half'],
  ])('passes on what the command says of %j', async (inputs, words) => {
    const workspace = folderOf({ 'a.json': goodText });
    const { code, stderr, outputs } = await runAction(workspace, { files: 'a.json', ...inputs });
    expect(stderr).toContain(words);
    expect(code).toBe(2);
    expect(outputs).toMatchObject({ errors: '', 'exit-code': '2' });
  });
});

describe('an input of the action', () => {
  it.each([
    ['endpoint and part', { endpoint: '/relation/qqprofile', part: 'request' }, bareText],
    ['lenient', { lenient: 'True' }, looseText],
  ])('%s makes right what is wrong without', async (_, inputs, text) => {
    const workspace = folderOf({ 'a.json': text });
    expect(await runAction(workspace, { files: 'a.json' })).toMatchObject({ code: 1 });
    expect(await runAction(workspace, { files: 'a.json', ...inputs })).toMatchObject({ code: 0 });
  });

  it.each([
    ['fail-on', { 'fail-on': 'warning,deprecation' }],
    ['fail-on, on lines', { 'fail-on': 'error\ndeprecation\n' }],
    ['min-coverage', { 'min-coverage': '90' }],
  ])('%s makes wrong what is right without', async (_, inputs) => {
    const workspace = folderOf({ 'a.json': deprecatedText });
    const without = await runAction(workspace, { files: 'a.json' });
    expect(without).toMatchObject({ code: 0, outputs: { errors: '0', warnings: '1' } });
    const { code, outputs } = await runAction(workspace, { files: 'a.json', ...inputs });
    expect(code).toBe(1);
    expect(outputs).toMatchObject({ errors: '0', warnings: '1', 'exit-code': '1' });
  });

  it('max bounds what is shown, and not what is counted; lang says it in Chinese', async () => {
    const workspace = folderOf({ 'a.json': badText, 'b.json': badText });
    const inputs = { files: '.', max: '1', lang: 'zh' };
    const { stdout, outputs } = await runAction(workspace, inputs);
    expect(readGithub(stdout).map(({ name }) => name)).toEqual(['error', 'notice']);
    expect(stdout).toMatch(/[\u4e00-\u9fff]/);
    expect(outputs).toMatchObject({ errors: '2' });
  });

  it('base-url lets calls to another host count', async () => {
    const entry = {
      request: {
        method: 'POST',
        url: 'http://game.test/relation/qqprofile',
        postData: { text: '{}' },
      },
    };
    const workspace = folderOf({ 'a.har': JSON.stringify({ log: { entries: [entry] } }) });
    const inputs = { files: 'a.har', 'base-url': 'http://other.test\nhttp://game.test' };
    expect(await runAction(workspace, { files: 'a.har' })).toMatchObject({
      outputs: { errors: '0' },
    });
    expect(await runAction(workspace, inputs)).toMatchObject({
      code: 1,
      outputs: { 'exit-code': '1' },
    });
  });

  it('sarif-file, coverage-file and reporter write beside the files', async () => {
    const workspace = folderOf({ 'sub/a.json': badText });
    const { outputs, stdout } = await runAction(workspace, {
      files: 'a.json',
      'working-directory': 'sub',
      'sarif-file': 'of scan.sarif',
      'coverage-file': '-coverage.json',
      reporter: 'github\njunit=junit.xml\n',
    });
    expect(outputs['sarif-file']).toBe(join('sub', 'of scan.sarif'));
    expect(readGithub(stdout)).toHaveLength(1);
    expect(readdirSync(join(workspace, 'sub')).sort()).toEqual(
      ['-coverage.json', 'a.json', 'junit.xml', 'of scan.sarif'].sort(),
    );
    expect(json(workspace, 'sub', 'of scan.sarif')).toMatchObject({ version: '2.1.0' });
    expect(JSON.stringify(json(workspace, 'sub', 'of scan.sarif'))).toContain('"uri":"sub/a.json"');
  });

  it('working-directory is where names begin, and annotations still begin at the top', async () => {
    for (const folder of ['packages/[game] (a)', './-sub/', 'a b']) {
      const workspace = temporaryFolder();
      writeFiles(join(workspace, folder), [{ path: 'deep/a.json', text: badText }]);
      for (const files of ['deep/a.json', 'deep', '**/*.json']) {
        const run = await runAction(workspace, { files, 'working-directory': folder });
        expect(readGithub(run.stdout).map(({ properties }) => properties['file'])).toEqual([
          join(folder, 'deep/a.json'),
        ]);
      }
    }
  });

  it('is no place for keys, which come from the environment', async () => {
    expect(Object.keys(action.inputs).filter((name) => name.includes('key'))).toEqual([]);
    const workspace = folderOf({ 'a.json': signedText });
    const runWith = (key: string): Promise<ActionRun> =>
      runAction(workspace, { files: 'a.json' }, { ...localCommand, MSDK_APPKEY: key });
    expect(await runWith('appkey-of-no-game')).toMatchObject({ code: 0 });
    const { code, stdout } = await runWith('another');
    expect(code).toBe(1);
    expect(stdout).toContain('title=wrong-signature');
    expect(stdout).not.toContain('another');
  });
});

describe('no text', () => {
  it.each(hostileNames)('as the file name %j is anything but a name', async (name) => {
    const workspace = temporaryFolder();
    writeFiles(workspace, [{ path: name, text: badText }]);
    mkdirSync(join(workspace, 'empty'));
    const before = readdirSync(workspace);
    const { code, stdout, outputs } = await runAction(workspace, { files: `${name}\n` });
    expect(readGithub(stdout).map((command) => command.properties['file'])).toEqual([name]);
    expect({ code, outputs }).toMatchObject({ code: 1, outputs: { errors: '1', payloads: '1' } });
    expect(readdirSync(workspace)).toEqual(before);
  });

  it('of a report gives the runner a command', async () => {
    const name = '::error::a ##[add-mask]b.json';
    const workspace = folderOf({ [name]: badText });
    const { code, stdout } = await runAction(workspace, { files: name, reporter: 'pretty' });
    expect(code).toBe(1);
    const [stop, ...rest] = readGithub(stdout);
    expect(stop?.name).toBe('stop-commands');
    expect(rest.length).toBeGreaterThan(0);
    const [, behind] = stdout.split(`\n::${stop?.data ?? ''}::\n`);
    expect(behind).toBe('errors: 1, warnings: 0, payloads: 1\n');
  });

  it('of an input gives the runner an output', async () => {
    const workspace = folderOf({ 'a.json': goodText });
    const inputs = { files: 'a.json', 'sarif-file': 'a\nerrors=7\nb' };
    expect((await runAction(workspace, inputs)).outputs).toEqual({
      errors: '0',
      warnings: '0',
      payloads: '1',
      'exit-code': '0',
      'sarif-file': 'a\nerrors=7\nb',
    });
  });
});
