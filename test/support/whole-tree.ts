import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { hashesOf, leftBeside } from './folder-state.js';

type Hashes = Readonly<Record<string, string>>;

/**
 * Holds that a folder whose writing was killed is one of these trees, whole; or is missing while one of
 * them stands whole beside it, from where the next run puts it back.
 */
export function expectWhole(out: string, trees: readonly Hashes[], when: string): void {
  const places = existsSync(out) ? [out] : leftBeside(out).map((name) => join(dirname(out), name));
  const found = places.map((place) => hashesOf(place));
  const whole = found.filter((hashes) => trees.some((tree) => sameHashes(hashes, tree)));
  expect(whole.length, `${when}: ${difference(found[0] ?? {}, trees)}`).toBeGreaterThan(0);
}

function sameHashes(a: Hashes, b: Hashes): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function difference(found: Hashes, trees: readonly Hashes[]): string {
  const counts = trees.map((tree) => {
    const same = Object.entries(tree).filter(([path, hash]) => found[path] === hash).length;
    return `${same} of ${Object.keys(tree).length} files`;
  });
  return `${Object.keys(found).length} files stand there, which match ${counts.join(' and ')}`;
}
