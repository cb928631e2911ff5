import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** How a run of the command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command that goes on. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when stderr, from where the last wait left off, matches. Rejects if the run ends first. */
  readonly says: (pattern: RegExp) => Promise<void>;
}

/** Where and how the command is run. The environment is the one given, and PATH. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node.js itself. */
  readonly node?: readonly string[];
}

/** The built package, in a folder of the test's own. */
export interface PackageCopy {
  readonly root: string;
  readonly start: (args: readonly string[], options?: RunOptions) => Running;
  /** Runs the command to its end. */
  readonly msdk: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
}

/**
 * Copies the built package, so that its cache is the test's own and its parts can be changed.
 * `without` names installed packages that the copy shall not find.
 */
export function packageCopy(
  root: string,
  options: { readonly without?: readonly string[] } = {},
): PackageCopy {
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  for (const part of ['dist', 'templates', 'spec', 'package.json'])
    cpSync(part, join(root, part), { recursive: true });
  for (const name of readdirSync('node_modules'))
    if (!name.startsWith('.') && options.without?.includes(name) !== true)
      symlinkSync(resolve('node_modules', name), join(root, 'node_modules', name));
  const start = (args: readonly string[], run: RunOptions = {}): Running =>
    watchRun(
      spawn(process.execPath, [...(run.node ?? []), join(root, 'dist', 'msdk.js'), ...args], {
        cwd: run.cwd ?? root,
        env: { PATH: process.env['PATH'], ...run.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
  return { root, start, msdk: (args, run) => start(args, run).ended };
}

function watchRun(child: ChildProcess): Running {
  let [stdout, stderr, heard] = ['', '', 0];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<Ended>((settle, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => settle({ code, signal, stdout, stderr }));
  });
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((settle, reject) => {
      const listen = (): void => {
        const found = pattern.exec(stderr.slice(heard));
        if (found === null) return;
        heard += found.index + found[0].length;
        stop();
        settle();
      };
      const fail = (how: string): void => {
        stop();
        reject(new Error(`${how} without saying ${String(pattern)}; it said: ${stderr}`));
      };
      const closed = (): void => fail('ended');
      const timer = setTimeout(() => fail('waited a minute'), 60_000);
      const stop = (): void => {
        clearTimeout(timer);
        child.stderr?.off('data', listen);
        child.off('close', closed);
      };
      child.stderr?.on('data', listen);
      child.once('close', closed);
      listen();
    });
  return { child, ended, says };
}
