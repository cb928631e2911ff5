import { diagnostic } from '../diagnostics/index.js';
import type { Rule } from './context.js';
import { allEvidence } from './walk.js';

/** What the catalogue does not know: its open contradictions and its holes. Not laws: told only when asked for. */
export const questions: Rule = ({ catalogue }) =>
  allEvidence(catalogue).flatMap(({ file, entry }) => [
    ...(entry.contradictions ?? []).flatMap(({ about, open, why }, index) =>
      open === true
        ? [
            diagnostic(
              'open-contradiction',
              { about, why: why ?? '' },
              file.place(['contradictions', index]),
              { severity: 'warning' },
            ),
          ]
        : [],
    ),
    ...(entry.holes ?? []).map(({ about, text }, index) =>
      diagnostic('hole', { about, text: text.en ?? '' }, file.place(['holes', index]), {
        severity: 'warning',
      }),
    ),
  ]);
