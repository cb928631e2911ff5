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
export function isFresh(key: RunKey, inputs: string): boolean {
  try {
    const note = JSON.parse(readFileSync(notePath(key), 'utf8')) as {
      inputs: string;
      outputs: string;
    };
    return (
      inputs !== '' &&
      note.inputs === inputs &&
      note.outputs === fingerprintOfOutput(resolve(key.out))
    );
  } catch {
    return false;
  }
}

/** Notes that the output folder is now what the inputs give. A cache that cannot be written costs time only. */
export function rememberFresh(key: RunKey, inputs: string): void {
  try {
    mkdirSync(cacheFolder(), { recursive: true });
    const note = {
      inputs,
      outputs: fingerprintOfOutput(resolve(key.out)),
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

/**
 * What the run is made from, taken before any of it is read: an edit made while the run goes on then
 * differs from it.
 */
export function inputsOf(key: RunKey): string {
  try {
    return fingerprintOfInputs(key);
  } catch {
    return '';
  }
}

function fingerprintOfInputs({ spec }: RunKey): string {
  const hash = createHash('sha256').update(process.version);
  const dist = readdirSync(join(packageRoot, 'dist')).filter((name) => name.endsWith('.js'));
  const files = [
    ...filesBelow(resolve(spec)),
    ...filesBelow(join(packageRoot, 'templates')),
    ...dist.sort().map((name) => join(packageRoot, 'dist', name)),
  ];
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** Every file below the output folder with its size and the time of its last change, to the nanosecond. */
function fingerprintOfOutput(folder: string): string {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) {
    const { size, mtimeNs, ctimeNs, ino } = statSync(file, { bigint: true });
    hash.update(`${file}\0${size}\0${mtimeNs}\0${ctimeNs}\0${ino}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
