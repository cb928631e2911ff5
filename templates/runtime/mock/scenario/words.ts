import { nearest } from '../../suggest.js';

/** The longest that is shown of a text. */
const longest = 60;

/** A text in quotes, cut where it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** Names as a sentence lists them: `a, b or c`; of many the first. */
export function listed(names: readonly string[], last = 'or'): string {
  if (names.length > 12) return `${names.slice(0, 12).join(', ')} and others`;
  const [end = '', ...before] = [...names].reverse();
  return before.length === 0 ? end : `${before.reverse().join(', ')} ${last} ${end}`;
}

/** `did you mean "…"?` for the nearest of some names, if one is near. */
export function meant(name: string, names: readonly string[]): string | undefined {
  const best = name.length > 200 ? undefined : nearest(name, names);
  return best === undefined ? undefined : `did you mean ${quoted(best)}?`;
}

/** The name that was meant; where none is near, those that are known. */
export function meantOrKnown(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return meant(name, names) ?? `known here: ${listed(names, 'and')}`;
}
