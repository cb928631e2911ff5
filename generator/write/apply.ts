import {
  copyFileSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { partsOf } from '../emit/emitted-file.js';
import { OutputError, reasonOf } from './output-error.js';
import type { Plan } from './plan.js';
import { listFiles } from './tree.js';

/**
 * Brings an output folder to what the plan says, as a whole or not at all: the new tree is built
 * beside the old one and takes its place by renaming. Files that are not ours move into the new tree.
 * Throws {@link OutputError} where that cannot be done; the old tree is then as it was.
 */
export function applyPlan(plan: Plan, folder: string): void {
  const target = resolve(folder);
  const [next, old] = [sibling(target, 'new'), sibling(target, 'old')];
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(next, { recursive: true, force: true });
    build(plan, target, next);
    swap(target, next, old);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw new OutputError(`cannot write ${folder}: ${reasonOf(error)}; nothing was changed`);
  }
  rmSync(old, { recursive: true, force: true });
}

/** Puts back a folder whose replacement was killed between its two renames; clears what a killed run left. */
export function recover(folder: string): void {
  const target = resolve(folder);
  if (!existsSync(dirname(target))) return;
  const left = readdirSync(dirname(target)).filter((name) =>
    name.startsWith(`.${basename(target)}.msdk-`),
  );
  for (const name of left.sort()) {
    const path = join(dirname(target), name);
    if (name.endsWith('-old') && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}

function sibling(target: string, what: string): string {
  return join(dirname(target), `.${basename(target)}.msdk-${what}`);
}

function build(plan: Plan, target: string, next: string): void {
  const fresh = new Set([...plan.added, ...plan.changed]);
  const folders = new Set<string>();
  const place = (path: string): string => {
    const to = join(next, path);
    const folder = dirname(to);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    return to;
  };
  for (const file of plan.files)
    if (fresh.has(file.path)) writeParts(place(file.path), partsOf(file));
    else linkOrCopy(join(target, file.path), place(file.path));
  // What is not ours stays, also what came after the plan was made.
  const ours = new Set([...plan.files.map(({ path }) => path), ...plan.removed]);
  for (const path of existsSync(target) ? listFiles(target) : [])
    if (!ours.has(path)) linkOrCopy(join(target, path), place(path));
}

function writeParts(to: string, parts: Iterable<string | Uint8Array>): void {
  const descriptor = openSync(to, 'w');
  try {
    for (const part of parts) writeFileSync(descriptor, part);
  } finally {
    closeSync(descriptor);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function swap(target: string, next: string, old: string): void {
  rmSync(old, { recursive: true, force: true });
  if (!existsSync(target)) return renameSync(next, target);
  renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
}
