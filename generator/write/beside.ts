import { readdirSync, renameSync, rmSync, existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { kill, pid } from 'node:process';
import { OutputError, reasonOf } from './output-error.js';

/** What a run keeps beside the output folder: the tree it builds, the one it replaces, the one it throws away. */
export type Part = 'new' | 'old' | 'gone';

/** Where this run keeps a part. No other run writes there. */
export function beside(target: string, part: Part): string {
  return join(dirname(target), `.${basename(target)}.msdk-${pid}-${part}`);
}

/** Puts back a folder whose replacement was killed between its two renames; clears what killed runs left. */
export function recover(folder: string): void {
  const target = resolve(folder);
  if (!existsSync(dirname(target))) return;
  const parts = new RegExp(`-(\\d+)-(?:new|old|gone)$`);
  try {
    for (const name of readdirSync(dirname(target)).sort()) {
      const owner = parts.exec(name)?.[1];
      if (owner === undefined || !name.startsWith(`.${basename(target)}.msdk-${owner}-`)) continue;
      const path = join(dirname(target), name);
      if (name.endsWith('-old') && !existsSync(target)) renameSync(path, target);
      else if (!runs(Number(owner))) rmSync(path, { recursive: true, force: true });
    }
  } catch (error) {
    throw new OutputError(`cannot write ${folder}: ${reasonOf(error)}; nothing was changed`);
  }
}

/** Whether another process of this number runs. */
function runs(owner: number): boolean {
  if (owner === pid) return false;
  try {
    kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
