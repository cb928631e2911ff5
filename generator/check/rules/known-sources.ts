import { diagnostic, didYouMean, type Diagnostic } from '../../diagnostics/index.js';
import type { Rule } from '../context.js';
import { allSources, placeOf } from '../walk.js';

/** Every source names a document of sources.yaml and lines that the document has. */
export const knownSources: Rule = ({ catalogue }) => {
  const documents = catalogue.sources.entry;
  const found: Diagnostic[] = [];
  for (const source of allSources(catalogue)) {
    const [document = '', lines = ''] = source.value.split(':');
    const known = Object.hasOwn(documents, document) ? documents[document] : undefined;
    if (known === undefined) {
      const suggestion = didYouMean(document, Object.keys(documents));
      found.push(diagnostic('unknown-document', { document }, placeOf(source), { suggestion }));
      continue;
    }
    const [first = 0, last = first] = lines.split('-').map(Number);
    if (last > known.lines || last < first)
      found.push(
        diagnostic(
          'line-out-of-range',
          { source: source.value, lines: known.lines },
          placeOf(source),
        ),
      );
  }
  return found;
};
