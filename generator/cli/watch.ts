import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** Runs, and again after each burst of changes below a folder, until the process is ended. */
export async function watchFolder(folder: string, run: () => Promise<unknown>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let watchers: FSWatcher[] = [];
  // Each folder by itself: a recursive watch loses a file that another has taken the place of.
  const watchAll = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = foldersBelow(folder).map((path) => watch(path, changed));
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running
        .then(() => {
          watchAll();
          return run();
        })
        .catch((error: unknown) => {
          process.stderr.write(`msdk: ${error instanceof Error ? error.message : String(error)}\n`);
        });
    }, 100);
  };
  watchAll();
  running = run();
  await running;
  process.stderr.write(`watching ${folder}\n`);
  return new Promise<never>(() => undefined);
}

/** A folder and those below it; none where it cannot be read, which the run itself reports. */
function foldersBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return [folder, ...below];
}
