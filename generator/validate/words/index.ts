import type { Language } from '../finding.js';
import { en } from './en.js';
import { ko } from './ko.js';
import type { Vocabulary } from './words.js';
import { zh } from './zh.js';

export { wordedProblem, type ProblemWords, type Vocabulary } from './words.js';

const vocabularies: Readonly<Record<Language, Vocabulary>> = { en, zh, ko };

/** All that `validate` says in a language; every language says the same. */
export function vocabularyOf(language: Language): Vocabulary {
  return vocabularies[language];
}
