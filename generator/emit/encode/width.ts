import { columnsOf } from '../../diagnostics/index.js';

/** The widest a line of generated code may be; the formatter's setting is the same. */
export const lineWidth = 100;

/** How many columns a text takes, as the formatter counts them. */
export function widthOf(text: string): number {
  return columnsOf(text);
}

/** Whether a line that holds these texts is within the width. */
export function fits(...texts: readonly string[]): boolean {
  return texts.reduce((sum, text) => sum + widthOf(text), 0) <= lineWidth;
}
