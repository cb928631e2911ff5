import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { badText, bareText, goodText, hostileNames, looseText } from '../support/ci/payloads.js';
import { ran, type Ran } from '../support/ci/ran.js';
import { helpOptions, shims } from '../support/ci/shims.js';
import { readGitlab } from '../support/reports/gitlab-reader.js';
import { readJunit } from '../support/reports/junit-reader.js';
import { temporaryFolder, writeFiles } from '../support/temporary.js';

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

const template = '.gitlab/msdk-validate.yml';
const jobs = parse(readFileSync(template, 'utf8')) as Readonly<Record<string, Job>>;
const job = jobs['.msdk-validate'];
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

// What https://docs.gitlab.com/ci/yaml/ says of the keywords that the job has.
const text = { type: 'string' };
const accepts = new Ajv({ allErrors: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['script'],
  properties: {
    image: text,
    variables: { type: 'object', additionalProperties: text },
    script: { type: 'array', items: text },
    artifacts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        when: { enum: ['on_success', 'on_failure', 'always'] },
        reports: {
          type: 'object',
          additionalProperties: false,
          properties: { codequality: text, junit: text },
        },
      },
    },
  },
});

/** Runs the job's script as a runner does: variables in the environment, errors ending the shell. */
function runJob(cwd: string, variables: Readonly<Record<string, string>>): Promise<Ran> {
  const script = `${job?.script.join('\n') ?? ''}\necho the next line: *`;
  const env = { ...shims(version), ...job?.variables, ...variables };
  return ran('sh', ['-eu', '-c', script], { cwd, env });
}

const report = (folder: string, kind: string): string =>
  readFileSync(join(folder, job?.artifacts.reports[kind] ?? ''), 'utf8');

describe('the template', () => {
  it('has one hidden job, of the version that it comes with', () => {
    expect(Object.keys(jobs)).toEqual(['.msdk-validate']);
    expect(accepts(job), JSON.stringify(accepts.errors)).toBe(true);
    expect(job?.variables['MSDK_VERSION']).toBe(version);
  });

  it('uses every variable that it has, and only options that there are', () => {
    const script = job?.script.join('\n') ?? '';
    const used = new Set([...script.matchAll(/\$(MSDK_\w+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(job?.variables ?? {}).sort());
    const options = [...script.matchAll(/(--[a-z][a-z-]*)/g)].map(([, name]) => name ?? '');
    for (const name of options.filter((option) => option !== '--yes'))
      expect(helpOptions()).toContain(name);
  });
});

describe('the job', () => {
  it('passes what is right, writes its reports, and leaves the shell as it was', async () => {
    const folder = temporaryFolder([{ path: 'a/good.json', text: goodText }]);
    const { code, stdout, stderr } = await runJob(folder, { MSDK_FILES: 'a' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/\nthe next line: a msdk-codequality.json msdk-junit.xml\n$/);
    expect(readGitlab(report(folder, 'codequality'))).toEqual([]);
    expect(readJunit(report(folder, 'junit'))).toMatchObject([
      { name: 'a/good.json', failures: 0 },
    ]);
  });

  it('passes on 1 for findings and 2 for what cannot be read', async () => {
    const folder = temporaryFolder([{ path: 'bad.json', text: badText }]);
    const { code, stdout } = await runJob(folder, { MSDK_FILES: 'bad.json' });
    expect(code).toBe(1);
    expect(stdout).not.toContain('the next line');
    expect(await runJob(folder, { MSDK_FILES: 'none.json' })).toMatchObject({ code: 2 });
    expect(await runJob(folder, { MSDK_FILES: '' })).toMatchObject({ code: 2 });
    const wrong = await runJob(folder, { MSDK_FILES: 'bad.json', MSDK_PART: 'reply' });
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toContain('not reply');
  });

  it('takes every name as it is', async () => {
    const folder = temporaryFolder();
    // The standard input alone has a name of its own there.
    const names = hostileNames.filter((name) => name !== '-');
    writeFiles(
      folder,
      names.map((path) => ({ path, text: badText })),
    );
    const { code } = await runJob(folder, { MSDK_FILES: `${names.join('\n')}\n` });
    expect(code).toBe(1);
    const found = readGitlab(report(folder, 'codequality')).map(({ location }) => location.path);
    expect(found).toEqual(names);
    const reports = Object.values(job?.artifacts.reports ?? {});
    expect(readdirSync(folder).sort()).toEqual([...names, ...reports].sort());
  });

  it('hands on every option', async () => {
    const folder = temporaryFolder([
      { path: 'bare.json', text: bareText },
      { path: 'loose.json', text: looseText },
    ]);
    const bare = { MSDK_FILES: 'bare.json', MSDK_ENDPOINT: '/relation/qqprofile' };
    expect(await runJob(folder, { ...bare, MSDK_PART: 'request' })).toMatchObject({ code: 0 });
    const loose = { MSDK_FILES: 'loose.json', MSDK_LENIENT: 'true' };
    expect(await runJob(folder, loose)).toMatchObject({ code: 0 });
    const all = {
      ...loose,
      MSDK_BASE_URL: 'http://a.test\nhttp://b.test',
      MSDK_COVERAGE_FILE: 'coverage.json',
      MSDK_MIN_COVERAGE: '99',
      MSDK_LANG: 'zh',
      MSDK_MAX: '1',
      MSDK_FAIL_ON: 'warning,deprecation',
    };
    expect(await runJob(folder, all)).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).toContain('coverage.json');
    for (const [name, value] of Object.entries({
      MSDK_MAX: 'x',
      MSDK_LANG: 'x',
      MSDK_BASE_URL: 'x',
    }))
      expect(await runJob(folder, { ...loose, [name]: value })).toMatchObject({ code: 2 });
  });
});
