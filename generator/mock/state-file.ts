import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { WorldData } from '../../templates/runtime/mock/world/data.js';

/** Why a file of the world cannot be used. */
export class StateFileError extends Error {
  override name = 'StateFileError';
}

/** The world in a file; undefined where there is no such file, but may be one. */
export async function readState(file: string): Promise<WorldData | undefined> {
  let text: string;
  try {
    await access(dirname(file), constants.W_OK);
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'error', syscall } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && syscall === 'open') return undefined;
    const what = syscall === 'access' ? 'its folder cannot be written' : 'it cannot be read';
    throw new StateFileError(`${what} (${code})`);
  }
  let world: unknown;
  try {
    world = JSON.parse(text);
  } catch {
    throw new StateFileError('it is not JSON; name another file, or remove it');
  }
  if (typeof world !== 'object' || world === null || Array.isArray(world))
    throw new StateFileError('it holds no world, which is an object');
  return world;
}

/** Writes the world beside the file and puts it in its place, so that there is always a whole one. */
export async function writeState(file: string, world: WorldData): Promise<void> {
  const place = await realpath(file).catch(() => file);
  const beside = `${place}.${randomUUID()}.tmp`;
  // It holds tokens: a new file is for its owner alone, one that was there stays as open as it was.
  const mode = await stat(place).then(
    (found) => found.mode & 0o777,
    () => 0o600,
  );
  try {
    const handle = await open(beside, 'w', mode);
    try {
      await handle.writeFile(`${JSON.stringify(world, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, place);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
