import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { packageRoot } from '../package-root.js';

/** What a run was asked for. */
export interface RunKey {
  readonly spec: string;
  readonly out: string;
  readonly only: string;
}

/**
 * Whether an earlier run with the same catalogue, templates and tool left the output folder as it is
 * now: then there is nothing to do, and nothing has to be loaded to know it. The note of that run
 * stands in the package's cache and never in the output.
 */
export function isFresh(key: RunKey): boolean {
  try {
    const note = JSON.parse(readFileSync(notePath(key), 'utf8')) as {
      inputs: string;
      outputs: string;
    };
    return (
      note.inputs === fingerprintOfInputs(key) &&
      note.outputs === fingerprintOfFolder(resolve(key.out))
    );
  } catch {
    return false;
  }
}

/** Notes that the output folder is now what the inputs give. A cache that cannot be written costs time only. */
export function rememberFresh(key: RunKey): void {
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    const note = {
      inputs: fingerprintOfInputs(key),
      outputs: fingerprintOfFolder(resolve(key.out)),
    };
    writeFileSync(notePath(key), JSON.stringify(note));
  } catch {
    return;
  }
}

function cacheFolder(): string {
  return join(packageRoot, 'node_modules', '.cache', 'msdk-api');
}

function notePath({ spec, out, only }: RunKey): string {
  const name = createHash('sha256')
    .update([resolve(spec), resolve(out), only].join('\0'))
    .digest('hex');
  return join(cacheFolder(), `${name.slice(0, 32)}.json`);
}

function fingerprintOfInputs({ spec }: RunKey): string {
  const parts = [spec, join(packageRoot, 'templates'), join(packageRoot, 'dist')].map((folder) =>
    fingerprintOfFolder(resolve(folder)),
  );
  return [...parts, process.version].join(' ');
}

/** Every file below a folder with its size and the time of its last change, to the nanosecond. */
function fingerprintOfFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mtimeNs, ctimeNs, ino } = statSync(join(folder, name), { bigint: true });
    hash.update(`${name}\0${size}\0${mtimeNs}\0${ctimeNs}\0${ino}\n`);
  }
  return hash.digest('hex');
}
