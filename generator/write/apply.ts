import {
  copyFileSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { partsOf, type EmittedFile } from '../emit/emitted-file.js';
import { beside } from './beside.js';
import { hashOf, sha256 } from './manifest.js';
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
  const next = beside(target, 'new');
  try {
    mkdirSync(dirname(target), { recursive: true });
    rmSync(next, { recursive: true, force: true });
    build(plan, target, next);
    swap(target, next);
  } catch (error) {
    discard(next);
    throw new OutputError(`cannot write ${folder}: ${reasonOf(error)}; nothing was changed`);
  }
  discard(beside(target, 'old'), beside(target, 'gone'));
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
    if (fresh.has(file.path) || !linked(join(target, file.path), place(file.path), file))
      writeParts(place(file.path), partsOf(file));
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

/** Links a file that the plan found unchanged. False where it has changed since. */
function linked(from: string, to: string, file: EmittedFile): boolean {
  try {
    linkSync(from, to);
  } catch {
    return false;
  }
  if (sha256(readFileSync(to)) === hashOf(file)) return true;
  rmSync(to);
  return false;
}

function swap(target: string, next: string): void {
  const old = beside(target, 'old');
  if (existsSync(target)) renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    if (!existsSync(target)) renameSync(old, target);
    throw error;
  }
}

/**
 * Removes a tree, under another name first where one is given: half of it is then never taken for a
 * whole. What cannot be removed is left for the next run to clear.
 */
function discard(tree: string, as = tree): void {
  try {
    if (!existsSync(tree)) return;
    renameSync(tree, as);
    rmSync(as, { recursive: true, force: true });
  } catch {
    return;
  }
}
