import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { hashesOf, manifestOf, manifestPath, sha256 } from './manifest.js';
import { OutputError } from './output-error.js';
import type { Tree } from './tree.js';

/** What is to be done to an output folder, decided before anything is touched. */
export interface Plan {
  /** Every file as it will be, the manifest among them. */
  readonly files: readonly EmittedFile[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Files that this tool wrote and no longer gives. */
  readonly removed: readonly string[];
  /** Files that are not ours: they stay. */
  readonly foreign: readonly string[];
}

/** Compares what is to be with what is. Throws {@link OutputError} for a path that would leave the folder. */
export function planOutput(emitted: readonly EmittedFile[], tree: Tree): Plan {
  for (const { path } of emitted) requireInside(path);
  const emittedHashes = hashesOf(emitted);
  const manifest = manifestOf(emitted, emittedHashes);
  const files = [...emitted, manifest];
  const hashes = { ...emittedHashes, [manifestPath]: sha256(manifest.text) };
  const wanted = new Set(files.map(({ path }) => path));
  const ours = new Set([...Object.keys(tree.manifest?.files ?? {}), manifestPath]);
  const added: string[] = [];
  const changed: string[] = [];
  for (const [path, wantedHash] of Object.entries(hashes)) {
    const hash = tree.hash(path);
    if (hash === undefined) added.push(path);
    else if (hash !== wantedHash) changed.push(path);
  }
  const rest = tree.paths.filter((path) => !wanted.has(path));
  return {
    files,
    added,
    changed,
    removed: rest.filter((path) => ours.has(path)),
    foreign: rest.filter((path) => !ours.has(path)),
  };
}

/** Whether the folder already is as it is to be. */
export function isUpToDate({ added, changed, removed }: Plan): boolean {
  return added.length + changed.length + removed.length === 0;
}

/** The plan as findings, for a run that only looks: every file that is not as the catalogue gives it. */
export function driftOf({ added, changed, removed, foreign }: Plan): Diagnostic[] {
  const at = (file: string) => ({ file, line: 1, column: 1, endLine: 1, endColumn: 1 });
  return [
    ...added.map((path) => diagnostic('missing-output', {}, at(path))),
    ...changed.map((path) => diagnostic('stale-output', {}, at(path))),
    ...[...removed, ...foreign].map((path) => diagnostic('unexpected-output', {}, at(path))),
  ];
}

function requireInside(path: string): void {
  const parts = path.split('/');
  const leaves =
    path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\\') || path.includes('\0');
  if (leaves || parts.some((part) => part === '' || part === '.' || part === '..'))
    throw new OutputError(`the path ${JSON.stringify(path)} leads out of the output folder`);
}
