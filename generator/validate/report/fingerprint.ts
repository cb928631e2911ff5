import { md5 } from '../../../templates/runtime/md5.js';
import type { PlacedFinding } from '../finding.js';
import { locationOf } from './location.js';

/**
 * Gives each finding of a report a fingerprint of its own.
 *
 * It tells what is wrong with which value of which file, and neither the line nor the words: it stays
 * when lines move, in every language. Findings that are the same in all this are counted.
 */
export function fingerprints(root: string): (finding: PlacedFinding) => string {
  const seen = new Map<string, number>();
  return ({ code, pointer, endpoint, spot }) => {
    const kind = hash([locationOf(spot.file, root).path, endpoint, code, pointer]);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count === 1 ? kind : hash([kind, String(count)]);
  };
}

/** Our own MD5: it is to tell findings apart, and Node's would be loaded by every run. */
function hash(parts: readonly string[]): string {
  return md5(JSON.stringify(parts));
}
