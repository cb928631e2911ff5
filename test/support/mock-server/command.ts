import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { packageCopy, type Ended, type PackageCopy, type Running } from '../package-copy.js';

/** The command in a package without a single installed package. */
export interface MockCommand extends PackageCopy {
  /** Starts `msdk mock` on a free port, and gives its address once it listens. */
  readonly listen: (...args: readonly string[]) => Promise<Listening>;
}

/** A mock that listens. */
export interface Listening extends Running {
  readonly url: string;
  readonly port: number;
  /** All that it has written to stdout so far. */
  readonly stdout: () => string;
  /** Sends a signal, and waits for the end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ended>;
}

/** Puts the command together in a folder, with a double in place of the mock unless the real one is wanted. */
export function mockCommand(root: string, engine: 'double' | 'real' = 'double'): MockCommand {
  const copy = packageCopy(root, { without: readdirSync('node_modules') });
  const service = 'generated/validators/service.json';
  mkdirSync(join(root, 'generated/validators'), { recursive: true });
  cpSync(service, join(root, service));
  if (engine === 'double')
    buildSync({
      entryPoints: ['test/support/mock-server/double.ts'],
      outfile: join(root, 'dist/mock.js'),
      bundle: true,
      format: 'esm',
    });
  const started: Running[] = [];
  afterAll(() => {
    for (const { child } of started) child.kill('SIGKILL');
  });
  return {
    ...copy,
    listen: async (...args) => {
      const running = copy.start(['mock', '--port', '0', ...args]);
      started.push(running);
      return listening(running);
    },
  };
}

function listening(running: Running): Promise<Listening> {
  const { child, ended } = running;
  return new Promise((settle, reject) => {
    let stdout = '';
    child.stdout?.on('data', (text: string) => {
      stdout += text;
      // The rest is written together with it, and ends with a line end.
      const [, url, port] = /^listening on (http:\/\/\S+:(\d+))\n[^]*\n$/.exec(stdout) ?? [];
      if (url === undefined) return;
      const stop = (signal: NodeJS.Signals = 'SIGTERM') => {
        child.kill(signal);
        return ended;
      };
      settle({ ...running, url, port: Number(port), stdout: () => stdout, stop });
    });
    void ended.then(({ stderr }) => reject(new Error(`ended before it listened: ${stderr}`)));
  });
}
