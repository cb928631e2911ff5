import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Ended } from './package-copy.js';

/** How the command is run, beside its arguments. */
export interface ValidateRun {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands on the standard input; nothing stands there where it is left out. */
  readonly stdin?: string | Uint8Array;
  readonly node?: readonly string[];
}

/** A finding as the reports for programs have it. */
export interface Found {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly pointer: string;
  readonly endpoint: string;
  readonly line: number;
  readonly column: number;
  readonly suggestion?: string;
  readonly source?: string;
}

/** A line of the NDJSON report. */
export interface Verdict {
  readonly ok: boolean;
  readonly endpoint: string;
  readonly file: string;
  readonly line: number;
  readonly findings?: readonly Found[];
}

/** Runs the built `msdk validate` to its end. It finds what it needs beside itself. */
export function validate(args: readonly string[], run: ValidateRun = {}): Promise<Ended> {
  const command = resolve('dist', 'msdk.js');
  const child = spawn(process.execPath, [...(run.node ?? []), command, 'validate', ...args], {
    cwd: run.cwd,
    env: { PATH: process.env['PATH'], ...run.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // A command that has heard enough closes it.
  child.stdin.on('error', () => undefined);
  child.stdin.end(run.stdin ?? '');
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
}

/** Runs it with the NDJSON report, and reads that. */
export async function verdicts(
  args: readonly string[],
  run: ValidateRun = {},
): Promise<{ readonly code: number | null; readonly verdicts: readonly Verdict[] }> {
  const { code, stdout, stderr } = await validate([...args, '--reporter', 'ndjson'], run);
  if (stderr !== '') throw new Error(stderr);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code, verdicts: lines.map((line) => JSON.parse(line) as Verdict) };
}

/** All findings of some verdicts, in their order. */
export function findingsOf(all: readonly Verdict[]): Found[] {
  return all.flatMap(({ findings = [] }) => findings);
}
