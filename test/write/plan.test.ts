import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  driftOf,
  isUpToDate,
  manifestPath,
  OutputError,
  planOutput,
  sha256,
  type Tree,
} from '../../generator/write/index.js';
import { manifestOf } from '../../generator/write/manifest.js';

type Files = Readonly<Record<string, string>>;

const emitted = (files: Files): { path: string; text: string }[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

/** A folder in memory: what stands in it, and which of it the manifest lists. */
function tree(files: Files, listed: readonly string[] = Object.keys(files)): Tree {
  const all = new Map(Object.entries(files));
  if (all.size > 0) {
    const ours = listed.map((path) => ({ path, text: files[path] ?? '' }));
    const manifest = manifestOf(ours);
    all.set(manifest.path, manifest.text);
  }
  return {
    paths: [...all.keys()].sort(),
    manifest:
      all.size === 0
        ? undefined
        : { tool: 'msdk-api', files: Object.fromEntries(listed.map((path) => [path, ''])) },
    hash: (path) => {
      const text = all.get(path);
      return text === undefined ? undefined : sha256(text);
    },
  };
}

describe('the plan', () => {
  it('tells the added from the changed, the removed and the foreign', () => {
    const stands = { 'a.ts': 'a', 'b/old.ts': 'b', 'b/same.ts': 's', 'mine.txt': 'm' };
    const plan = planOutput(
      emitted({ 'a.ts': 'other', 'b/same.ts': 's', 'c/new.ts': 'n' }),
      tree(stands, ['a.ts', 'b/old.ts', 'b/same.ts']),
    );
    expect(plan).toMatchObject({
      added: ['c/new.ts'],
      changed: ['a.ts', manifestPath],
      removed: ['b/old.ts'],
      foreign: ['mine.txt'],
    });
    expect(plan.files.map(({ path }) => path)).toEqual([
      'a.ts',
      'b/same.ts',
      'c/new.ts',
      manifestPath,
    ]);
    expect(isUpToDate(plan)).toBe(false);
  });

  it('adds everything to an empty folder', () => {
    const plan = planOutput(emitted({ 'a.ts': 'a' }), tree({}));
    expect(plan).toMatchObject({
      added: ['a.ts', manifestPath],
      changed: [],
      removed: [],
      foreign: [],
    });
  });

  it('has nothing to do where everything stands already, beside files that are not ours', () => {
    const files = { 'a.ts': 'a', 'b/c.ts': 'c' };
    expect(isUpToDate(planOutput(emitted(files), tree(files)))).toBe(true);
    const beside = planOutput(
      emitted(files),
      tree({ ...files, 'mine.txt': 'm' }, Object.keys(files)),
    );
    expect(isUpToDate(beside)).toBe(true);
    expect(beside.foreign).toEqual(['mine.txt']);
  });

  it('reports every difference as a finding at its file', () => {
    const stands = { 'a.ts': 'a', 'old.ts': 'o', 'mine.txt': 'm' };
    const drift = driftOf(
      planOutput(emitted({ 'a.ts': 'b', 'new.ts': 'n' }), tree(stands, ['a.ts', 'old.ts'])),
    );
    expect(drift.map(({ code, places }) => [code, places[0]?.file])).toEqual([
      ['missing-output', 'new.ts'],
      ['stale-output', 'a.ts'],
      ['stale-output', manifestPath],
      ['unexpected-output', 'old.ts'],
      ['unexpected-output', 'mine.txt'],
    ]);
    expect(drift.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

describe('a path that leaves the folder', () => {
  const outside = [
    '../a.ts',
    'a/../../b.ts',
    'a/..',
    '..',
    '.',
    './a.ts',
    '/etc/passwd',
    '//server/share',
    'a//b.ts',
    'a/',
    '',
    'C:/a.ts',
    'c:a.ts',
    'a\\b.ts',
    '..\\a.ts',
    'a\0.ts',
  ];

  it.each(outside)('%j is refused', (path) => {
    expect(() => planOutput([{ path, text: '' }], tree({}))).toThrow(OutputError);
  });

  it('is never planned, whatever a path is made of', () => {
    const piece = fc.constantFrom('..', '.', '', '/', '\\', 'a', 'b.ts', 'C:', '~', ' ', '\0');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', '/'), (pieces, glue) => {
        const path = pieces.join(glue);
        try {
          planOutput([{ path, text: '' }], tree({}));
        } catch (error) {
          expect(error).toBeInstanceOf(OutputError);
          return;
        }
        const whole = posix.resolve('/out', path);
        expect(whole).toBe(`/out/${path}`);
        expect(whole).not.toBe('/out/');
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused as a whole: nothing of the plan comes back', () => {
    const files = [
      { path: 'good.ts', text: '' },
      { path: '../bad.ts', text: '' },
    ];
    expect(() => planOutput(files, tree({}))).toThrow('"../bad.ts"');
  });
});
