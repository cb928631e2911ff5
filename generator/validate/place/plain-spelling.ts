/** A text in which letters, digits and the signs of names stand as they are. */
export interface PlainSpelling {
  readonly plain: string;
  /** Where in the text as it was written an offset of the plain one stands. */
  readonly at: (offset: number) => number;
}

/** Letters and what else names are made of, as JSON may escape them. */
const escaped = /(?<!\\)\\+u00(?:2d|2e|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9a])/gi;

/** Writes letters that are escaped as what they are: in a name they hide what it says. */
export function plainSpelling(text: string): PlainSpelling {
  const shifts: { readonly from: number; readonly by: number }[] = [];
  let removed = 0;
  const plain = text.includes('u00')
    ? text.replace(escaped, (written, offset: number) => {
        removed += written.length - 1;
        shifts.push({ from: offset + written.length - removed, by: removed });
        return String.fromCharCode(Number.parseInt(written.slice(-2), 16));
      })
    : text;
  if (shifts.length === 0) return { plain: text, at: (offset) => offset };
  return { plain, at: (offset) => offset + shiftAt(shifts, offset) };
}

/** By how much the last place that was shortened at or before an offset has moved it. */
function shiftAt(shifts: readonly { from: number; by: number }[], offset: number): number {
  let [low, high] = [0, shifts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1]?.by ?? 0;
}
