import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { packageCopy } from '../support/package-copy.js';
import { folderOfThisFile } from '../support/file-folder.js';

interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly suggestion?: string;
}

interface Report {
  readonly findings: readonly Finding[];
  readonly summary: Readonly<Record<string, number>>;
}

const home = folderOfThisFile();
const { root, msdk } = packageCopy(join(home, 'package'));
const spec = join(home, 'spec');
const terminal = resolve('test/support/preload/terminal.mjs');
const guilty = 'endpoints/auth/check_token.yaml';

beforeEach(() => {
  rmSync(spec, { recursive: true, force: true });
  cpSync('spec', spec, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const text = readFileSync(join(spec, file), 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(join(spec, file), change(text));
}

const breakYaml = (): void =>
  edit(guilty, (text) => text.replace(/^method:.*$/m, 'method: GET: POST'));
const lineOf = (file: string, part: string): number =>
  readFileSync(join(spec, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(part)) + 1;

async function reportOf(args: readonly string[]): Promise<Report> {
  const { code, stdout, stderr } = await msdk([...args, '--json', '--spec', spec]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const report = JSON.parse(stdout) as Report;
  expect(Object.keys(report)).toEqual(['findings', 'summary']);
  expect(Object.keys(report.summary)).toEqual(['errors', 'warnings', 'infos']);
  expect(report.findings.length).toBeGreaterThan(0);
  for (const { severity, code, message, file, line, column } of report.findings) {
    expect(['error', 'warning', 'info']).toContain(severity);
    expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
    expect(message).not.toBe('');
    expect(existsSync(join(spec, file)), file).toBe(true);
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
  }
  const { errors = 0, warnings = 0, infos = 0 } = report.summary;
  expect(errors + warnings + infos).toBe(report.findings.length);
  return report;
}

describe('a catalogue with an error', () => {
  it.each([['check'], ['generate', '--out', join(home, 'never')]])(
    'makes msdk %s end with 1, and name file, line and column',
    async (...args) => {
      breakYaml();
      const line = lineOf(guilty, 'method:');
      const { code, stdout, stderr } = await msdk([...args, '--spec', spec]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(new RegExp(`^${guilty}:${line}:\\d+ yaml-syntax YAML: `, 'm'));
      expect(stderr).toMatch(/^\d+ errors?, 0 other findings in /m);
      expect(existsSync(join(home, 'never'))).toBe(false);
      const { findings } = await reportOf(args);
      expect(findings[0]).toMatchObject({ severity: 'error', code: 'yaml-syntax', file: guilty });
      expect(existsSync(join(home, 'never'))).toBe(false);
    },
  );

  it('shows the guilty line, and what may be meant', async () => {
    edit(guilty, (text) => text.replace(/^method:/m, 'metod:'));
    const line = lineOf(guilty, 'metod:');
    const { stderr } = await msdk(['check', '--spec', spec]);
    expect(stderr).toMatch(new RegExp(`^${guilty}:${line}:1 unknown-key `, 'm'));
    expect(stderr).toMatch(new RegExp(`^  ${line} \\| metod: \\w+\\n +\\| \\^{5}$`, 'm'));
    const { findings } = await reportOf(['check']);
    const unknown = findings.find(({ code }) => code === 'unknown-key');
    expect(unknown).toMatchObject({ file: guilty, line, column: 1 });
    expect(unknown?.suggestion).toBe('did you mean "method"?');
    expect(stderr).toContain('did you mean "method"?');
  });

  it('does not hide the next one', async () => {
    breakYaml();
    edit('types/QqFriend.yaml', (text) => text.replace(/^members:/m, 'membres:'));
    writeFileSync(join(spec, 'enums/YesNo.yaml'), Buffer.from([0x6e, 0xff, 0xfe, 0x0a]));
    mkdirSync(join(spec, 'enums/Folder.yaml'));
    const { findings } = await reportOf(['check']);
    const seen = findings.map(({ file, code }) => `${file} ${code}`);
    expect(seen).toContain(`${guilty} yaml-syntax`);
    expect(seen).toContain('types/QqFriend.yaml unknown-key');
    expect(seen).toContain('enums/YesNo.yaml invalid-utf8');
    expect(seen).toContain('enums/Folder.yaml unreadable-file');
  });

  it('is an error too where the folder has no catalogue in it', async () => {
    mkdirSync(join(home, 'empty'), { recursive: true });
    const { code, stderr } = await msdk(['check', '--spec', join(home, 'empty')]);
    expect(code).toBe(1);
    expect(stderr).toContain('service.yaml:1:1 missing-file');
  });
});

describe('--json', () => {
  it('says that there is nothing to say', async () => {
    const { code, stdout, stderr } = await msdk(['check', '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      findings: [],
      summary: { errors: 0, warnings: 0, infos: 0 },
    });
  });

  it('is whole on stdout however long it is, also to a pipe', async () => {
    const { code, stdout, stderr } = await msdk(['check', '--strict', '--json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { findings, summary } = JSON.parse(stdout) as Report;
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(64 * 1024);
    expect(findings.length).toBe((summary['warnings'] ?? 0) + (summary['infos'] ?? 0));
    expect(findings.every(({ severity }) => severity !== 'error')).toBe(true);
  });

  it('does not fail where the reader has heard enough', async () => {
    const child = spawn(
      process.execPath,
      [join(root, 'dist/msdk.js'), 'check', '--strict', '--json'],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

describe('colour', () => {
  const coloured = /\u001b\[/;
  const run = async (env: Record<string, string>, node: readonly string[]): Promise<string> => {
    edit(guilty, (text) => text.replace(/^method:/m, 'metod:'));
    const { code, stderr } = await msdk(['check', '--spec', spec], { env, node });
    expect(code).toBe(1);
    return stderr;
  };

  it('is for a terminal', async () => {
    expect(await run({}, ['--import', terminal])).toMatch(coloured);
  });

  it('is not for a terminal whose user wants none', async () => {
    expect(await run({ NO_COLOR: '1' }, ['--import', terminal])).not.toMatch(coloured);
  });

  it('is for nothing else', async () => {
    expect(await run({}, [])).not.toMatch(coloured);
  });
});
