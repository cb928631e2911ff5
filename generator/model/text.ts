import type { Text } from '../load/index.js';
import type { FullText } from './model.js';

/** A text that the checks have found complete. */
export function fullText(text: Text | undefined): FullText {
  return { en: text?.en ?? '', zh: text?.zh ?? '', ko: text?.ko ?? '' };
}
