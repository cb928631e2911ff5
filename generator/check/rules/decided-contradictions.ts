import { diagnostic, didYouMean, type Diagnostic, type Place } from '../../diagnostics/index.js';
import type { Rule } from '../context.js';
import { allEvidence } from '../walk.js';

/** Every contradiction is decided for one of its statements, by a rule, or is open and says why. */
export const decidedContradictions: Rule = ({ catalogue }) => {
  const found: Diagnostic[] = [];
  for (const { file, entry } of allEvidence(catalogue))
    for (const [index, { about, says, decided, by, open, why }] of (
      entry.contradictions ?? []
    ).entries()) {
      const place = (): Place => file.place(['contradictions', index]);
      if (open === true) {
        if (decided !== undefined)
          found.push(diagnostic('undecided-contradiction', { about }, place()));
        if (why === undefined) found.push(diagnostic('open-without-reason', { about }, place()));
        continue;
      }
      if (decided === undefined || by === undefined) {
        found.push(diagnostic('undecided-contradiction', { about }, place()));
        continue;
      }
      const statements = Object.keys(says);
      if (!statements.includes(decided))
        found.push(
          diagnostic(
            'decision-not-stated',
            { decided, says: statements },
            file.place(['contradictions', index, 'decided']),
            { suggestion: didYouMean(decided, statements) },
          ),
        );
    }
  return found;
};
