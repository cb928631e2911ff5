import { diagnostic, didYouMean, type Diagnostic, type Place } from '../../diagnostics/index.js';
import type { Rule } from '../context.js';

/** What replaces a deprecated endpoint exists and is not itself on its way out. */
export const liveReplacements: Rule = ({ catalogue }) => {
  const byPath = new Map(catalogue.endpoints.map(({ entry }) => [entry.path, entry]));
  const found: Diagnostic[] = [];
  for (const { file, entry } of catalogue.endpoints) {
    const path = entry.lifecycle?.replacedBy;
    if (path === undefined) continue;
    const place = (): Place => file.place(['lifecycle', 'replacedBy']);
    const replacement = byPath.get(path);
    const status = replacement?.lifecycle?.status;
    if (replacement === undefined)
      found.push(
        diagnostic('unknown-replacement', { path }, place(), {
          suggestion: didYouMean(path, byPath.keys()),
        }),
      );
    else if (status === 'deprecated' || status === 'stopped')
      found.push(diagnostic('stopped-replacement', { path, status }, place()));
  }
  return found;
};
