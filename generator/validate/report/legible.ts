import { visible } from '../../diagnostics/columns.js';

/**
 * Text with every character made visible that a terminal would act upon, that hides or turns others,
 * that no XML may hold, or that is half of a character and lost where text becomes bytes.
 */
export function legible(text: string): string {
  return visible(text).replace(
    /[\p{Cs}\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
}
