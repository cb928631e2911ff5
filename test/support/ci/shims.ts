import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { temporaryFolder, writeFiles } from '../temporary.js';

const command = `exec '${process.execPath}' '${resolve('dist/msdk.js')}' "$@"`;

/** Programs of pipelines, each as the few lines of sh that a test needs of it. */
const programs = {
  msdk: command,
  // The package of this version and no other; npx takes what stands behind it as arguments.
  npx: `[ "$1" = --yes ] && shift
[ "$1" = -- ] && shift
[ "$1" = "msdk-api@$EXPECTED_VERSION" ] || exit 99
shift
${command}`,
  // One part, and the last argument as the command.
  parallel: 'for last do :; done\nexec sh -c "$last"',
  // One part, and what stands behind -mapper as the command.
  mapred: `while [ "$1" != -mapper ]; do shift; done
exec sh -c "$2" < calls.ndjson`,
};

/** The environment in which those programs are found before all others. */
export function shims(expectedVersion: string): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  writeFiles(
    folder,
    Object.entries(programs).map(([path, text]) => ({ path, text: `#!/bin/sh\n${text}\n` })),
  );
  for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755);
  return {
    PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    EXPECTED_VERSION: expectedVersion,
  };
}

/** The long options of `msdk validate`, by its own help. */
export function helpOptions(): readonly string[] {
  const help = execFileSync(process.execPath, ['dist/msdk.js', 'validate', '--help'], {
    encoding: 'utf8',
  });
  return [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name = '']) => name);
}
