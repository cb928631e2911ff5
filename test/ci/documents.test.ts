import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { action } from '../support/ci/composite.js';
import { workflowFaults } from '../support/ci/github-files.js';
import { badText, goodText } from '../support/ci/payloads.js';
import { ran } from '../support/ci/ran.js';
import { helpOptions, shims } from '../support/ci/shims.js';
import { blocksOf, type Block } from '../support/docs/markdown.js';
import { temporaryFolder } from '../support/temporary.js';

// The chapter waits in a file of its own until it moves into the README.
const file = existsSync('docs-draft.md') ? 'docs-draft.md' : 'README.md';
const document = readFileSync(file, 'utf8');
const chapter = /^### In pipelines\n[\s\S]*?(?=^##|$(?![\s\S]))/m.exec(document)?.[0] ?? '';
const blocks = blocksOf(file).filter(({ text }) => chapter.includes(text));
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const kind = (word: string): Block[] => blocks.filter(({ words }) => words[0] === word);
const inLanguage = (name: string): Block[] => blocks.filter(({ language }) => language === name);
const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

interface Workflow {
  readonly jobs: Record<string, { steps: { uses: string; with?: Record<string, string> }[] }>;
}

interface Hooks {
  readonly repos: { repo: string; rev?: string; hooks: { id: string; args?: string[] }[] }[];
}

describe('the chapter on pipelines', () => {
  it('has what its tests hold', () => {
    expect(
      [kind('github'), kind('gitlab'), kind('pre-commit'), kind('pipeline')].map(
        ({ length }) => length,
      ),
    ).toEqual([1, 2, 2, 3]);
    expect(['groovy', 'scala', 'python'].map((name) => inLanguage(name).length)).toEqual([1, 1, 1]);
  });

  it('names this version, and options that there are', () => {
    const versions = named(
      chapter,
      /(?:msdk-api@|OWNER\/REPO(?:\.git)?[@#/]v?|\b(?:rev|ref): v)(\d[\w.]*\d)/g,
    );
    expect(versions.length).toBeGreaterThan(6);
    expect(new Set(versions)).toEqual(new Set([version]));
    const commands = named(chapter, /(?:msdk|msdk-api@[\d.]+) validate (.*)/g);
    expect(commands.length).toBeGreaterThan(5);
    for (const option of commands.flatMap((text) => named(text, /(--[a-z][a-z-]*)/g)))
      expect(helpOptions()).toContain(option);
  });

  it.each(kind('github'))('at $where has a workflow by GitHub’s own parser', ({ text }) => {
    expect(workflowFaults(text)).toEqual([]);
    expect(workflowFaults(text.replace('runs-on', 'run-on'))).not.toEqual([]);
    const steps = Object.values((parse(text) as Workflow).jobs).flatMap((job) => job.steps);
    const own = steps.filter(({ uses }) => uses.startsWith('OWNER/REPO@'));
    expect(own).toHaveLength(1);
    expect(Object.keys(action.inputs)).toEqual(
      expect.arrayContaining(Object.keys(own[0]?.with ?? {})),
    );
    for (const name of named(text, /steps\.msdk\.outputs\.([\w-]+)/g))
      expect(Object.keys(action.outputs)).toContain(name);
  });

  it('lists every input and every output of the action', () => {
    const table = named(chapter, /^\| (`.*?) *\|/gm).join();
    expect(named(table, /`([\w-]+)`/g).sort()).toEqual(Object.keys(action.inputs).sort());
    const outputs = /^Outputs are (.*?)\./m.exec(chapter)?.[1] ?? '';
    expect(named(outputs, /`([\w-]+)`/g)).toEqual(Object.keys(action.outputs));
  });

  it.each(kind('gitlab'))('at $where includes a file and a job that there are', ({ text }) => {
    const { include, ...jobs } = parse(text) as {
      include: Record<string, string>[];
      [job: string]: unknown;
    };
    for (const { remote = '', file: path = '' } of include)
      expect(existsSync((remote || path).replace(/^.*(?=\.gitlab\/)/, ''))).toBe(true);
    const template = readFileSync('.gitlab/msdk-validate.yml', 'utf8');
    for (const job of Object.values(jobs) as { extends: string; variables: object }[]) {
      const { variables } = (parse(template) as Record<string, { variables: object }>)[
        job.extends
      ] ?? { variables: {} };
      expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(job.variables)));
    }
  });

  it.each(kind('pre-commit'))('at $where names a hook that there is', ({ text }) => {
    const known = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as { id: string }[];
    for (const { hooks } of (parse(text) as Hooks).repos)
      for (const { id, args = ['--'] } of hooks) {
        expect(known.map((hook) => hook.id)).toContain(id);
        expect(args.at(-1)).toBe('--');
        for (const arg of args.slice(0, -1)) expect(helpOptions()).toContain(arg.split('=')[0]);
      }
  });
});

describe('a command line of the chapter', () => {
  const folderWith = (...lines: readonly string[]): string =>
    temporaryFolder([
      { path: 'calls.ndjson', text: lines.map((line) => `${line}\n`).join('') },
      { path: 'test/payloads/a.json', text: goodText },
    ]);
  const run = (line: string, cwd: string) => ran('sh', ['-c', line], { cwd, env: shims(version) });
  const verdicts = (text: string): unknown[] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { ok: boolean }).ok);

  it.each(
    inLanguage('groovy').concat(kind('pipeline').filter(({ text }) => text.startsWith('npx'))),
  )('at $where runs, and writes its report', async ({ text }) => {
    const line = /sh '(.*)'/.exec(text)?.[1] ?? text;
    const cwd = folderWith();
    const { code, stderr } = await run(line, cwd);
    expect(stderr).not.toMatch(/error:|msdk: --(?!min-coverage)/);
    expect([0, 1]).toContain(code);
    const [report = ''] = named(line, /--reporter=\w+=(\S+)/g);
    expect(existsSync(join(cwd, report))).toBe(true);
    if (text.includes('junit ')) expect(text).toContain(`junit '${report}'`);
  });

  const map = [...inLanguage('scala'), ...inLanguage('python')].concat(
    kind('pipeline').filter(({ text }) => !text.startsWith('npx')),
  );
  it.each(map)(
    'at $where gives a verdict for each line, and 0 where some are bad',
    async ({ text }) => {
      const line =
        /^calls\.pipe\(Seq\("sh", "-c", "(.*)"\)\)/.exec(text)?.[1] ??
        /^calls\.pipe\("(.*)", checkCode=True\)/.exec(text)?.[1] ??
        text.trim();
      // Spark feeds the standard input; the others name the file.
      const fed = `{ ${line}; } < calls.ndjson`;
      for (const [lines, expected] of [
        [
          [goodText, badText, goodText],
          [true, false, true],
        ],
        [[], []],
      ] as const) {
        const cwd = folderWith(...lines);
        const { code, stdout } = await run(fed, cwd);
        const written = join(cwd, 'verdicts.ndjson');
        expect(verdicts(existsSync(written) ? readFileSync(written, 'utf8') : stdout)).toEqual(
          expected,
        );
        expect(code).toBe(0);
      }
      const misspelt = fed.replace('--jobs 1', '--jobs 0');
      expect(misspelt).not.toBe(fed);
      expect((await run(misspelt, folderWith(goodText))).code).not.toBe(0);
    },
  );
});
