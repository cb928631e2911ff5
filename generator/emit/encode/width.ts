/** The widest a line of generated code may be; the formatter's setting is the same. */
export const lineWidth = 100;

/** Characters that are two columns wide, as the formatter counts them. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/gu;

/** How many columns a text takes. */
export function widthOf(text: string): number {
  return text.length + (text.match(wide)?.filter((unit) => unit.length === 1).length ?? 0);
}

/** Whether a line that holds these texts is within the width. */
export function fits(...texts: readonly string[]): boolean {
  return texts.reduce((sum, text) => sum + widthOf(text), 0) <= lineWidth;
}
