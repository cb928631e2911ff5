import type { Range } from './tokens.js';
import { walk } from './walk.js';

/** A place in a payload: a JSON Pointer, and whether the name there is meant or the value. */
export interface Place {
  readonly pointer: string;
  readonly of: 'key' | 'value';
}

/** A value on the way to one that is looked for. */
interface Step {
  readonly parent: Step | undefined;
  readonly key: Range | undefined;
  readonly start: number;
  end: number;
}

/** Names that are looked for below one another, and where what has them was met last. */
interface Wanted {
  readonly below: Map<string, Wanted>;
  step: Step | undefined;
}

/**
 * Where the value at a JSON Pointer stands, or its key, quotes included, in a text that is JSON.
 *
 * What is not there is told by the nearest parent that is: by the first bracket alone of an object or
 * array, by the whole of anything else. Of members written twice the last one counts, as for
 * `JSON.parse`. Only one value is read, from `start` on; what stands behind it is not looked at.
 */
export function locate(text: string, pointer: string, of: 'key' | 'value', start = 0): Range {
  return locateAll(text, [{ pointer, of }], start)[0] ?? { start, end: start };
}

/** The ranges of many places, for which the text is gone through once. */
export function locateAll(text: string, places: readonly Place[], start = 0): Range[] {
  if (places.length === 0) return [];
  const root: Wanted = { below: new Map(), step: undefined };
  const named = places.map(({ pointer, of }) => ({ names: namesOf(pointer), of }));
  for (const { names } of named) want(root, names);
  walk<{ readonly wanted: Wanted; readonly step: Step }>(text, start, {
    enter(value, parent) {
      const wanted = parent === undefined ? root : parent.wanted.below.get(value.name);
      if (wanted === undefined) return undefined;
      const step = { parent: parent?.step, key: value.key, start: value.start, end: value.start };
      wanted.step = step;
      return { wanted, step };
    },
    leave({ step }, end) {
      step.end = end;
    },
  });
  return named.map(({ names, of }) => rangeOf(root, names, of, text) ?? { start, end: start });
}

function want(root: Wanted, names: readonly string[]): void {
  let at = root;
  for (const name of names) {
    const next: Wanted = at.below.get(name) ?? { below: new Map(), step: undefined };
    at.below.set(name, next);
    at = next;
  }
}

function rangeOf(
  root: Wanted,
  names: readonly string[],
  of: 'key' | 'value',
  text: string,
): Range | undefined {
  let last = root.step;
  let at: Wanted | undefined = root;
  for (const name of names) {
    at = at.below.get(name);
    // What was found in a twin that came before does not count.
    if (at?.step === undefined || at.step.parent !== last) {
      at = undefined;
      break;
    }
    last = at.step;
  }
  if (last === undefined) return undefined;
  if (at === undefined && /[{[]/.test(text.charAt(last.start)))
    return { start: last.start, end: last.start + 1 };
  if (at !== undefined && of === 'key' && last.key !== undefined) return last.key;
  return { start: last.start, end: last.end };
}

/** Where each item of the list starts that the text is. */
export function itemStarts(text: string): number[] {
  const starts: number[] = [];
  walk<'list'>(text, 0, {
    enter({ start }, parent) {
      if (parent === undefined) return 'list';
      starts.push(start);
      return undefined;
    },
    leave: () => undefined,
  });
  return starts;
}

function namesOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
