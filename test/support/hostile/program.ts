import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { folderOfThisFile } from '../file-folder.js';

/** What became of a process that was left to end by itself. */
export interface Ended {
  readonly code: number | null;
  /** What it wrote where warnings and crashes are written. */
  readonly stderr: string;
  /** What it reported, each as a line of JSON. */
  readonly reports: readonly unknown[];
}

/** A process that is under way. Its input stays open until it is told to go on. */
export interface Running {
  /** Waits for its next report. */
  report(): Promise<unknown>;
  /** Closes its input, and waits until it has ended by itself. */
  ended(): Promise<Ended>;
}

/** Longer than any of them takes; a process that does not end by itself is killed, and is no success. */
const patience = 90_000;

/** Bundles a program of this folder, so that Node.js runs it as it stands: what starts it, with its argument. */
export function program(name: string): (argument: unknown, ...flags: string[]) => Running {
  const outfile = join(folderOfThisFile(), `${name}.mjs`);
  buildSync({
    entryPoints: [`test/support/hostile/${name}.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  return (argument, ...flags) =>
    follow(
      spawn(process.execPath, [...flags, outfile, JSON.stringify(argument)], {
        timeout: patience,
        killSignal: 'SIGKILL',
      }),
    );
}

function follow(child: ChildProcess): Running {
  let [stdout, stderr, told] = ['', '', 0];
  child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr?.on('data', (piece: Buffer) => (stderr += piece.toString()));
  const closed = once(child, 'close');
  const reports = (): unknown[] =>
    stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown);
  return {
    async report() {
      while (reports().length === told && child.exitCode === null && child.signalCode === null)
        await Promise.race([closed, child.stdout && once(child.stdout, 'data')]);
      if (reports().length === told) throw new Error(`the process ended early: ${stderr}`);
      return reports()[told++];
    },
    async ended() {
      child.stdin?.end();
      await closed;
      return { code: child.exitCode, stderr, reports: reports() };
    },
  };
}
