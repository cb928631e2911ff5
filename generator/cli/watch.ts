import { watch } from 'node:fs';

/** Runs again after each burst of changes below a folder, until the process is ended. */
export async function watchFolder(folder: string, run: () => Promise<unknown>): Promise<never> {
  process.stderr.write(`watching ${folder}\n`);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run).catch((error: unknown) => {
        process.stderr.write(`msdk: ${error instanceof Error ? error.message : String(error)}\n`);
      });
    }, 100);
  });
  return new Promise<never>(() => undefined);
}
