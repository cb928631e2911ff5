import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { languages } from '../../load/index.js';
import type { Rule } from '../context.js';
import { allTexts, placeOf } from '../walk.js';

/** Every text is there in English, Chinese and Korean. */
export const completeLanguages: Rule = ({ catalogue }) => {
  const found: Diagnostic[] = [];
  for (const text of allTexts(catalogue)) {
    const missing = languages.filter((language) => (text.value[language] ?? '').trim() === '');
    if (missing.length > 0)
      found.push(diagnostic('missing-language', { languages: missing }, placeOf(text, 'key')));
  }
  return found;
};
