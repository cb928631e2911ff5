import type { Range } from './tokens.js';
import { walk } from './walk.js';

/** A value on the way to the one that is looked for. */
interface Step {
  readonly depth: number;
  readonly key: Range | undefined;
  readonly start: number;
  end: number;
}

/**
 * Where the value at a JSON Pointer stands, or its key, quotes included, in a text that is JSON.
 *
 * What is not there is told by the nearest parent that is: by the first bracket alone of an object or
 * array, by the whole of anything else. Of members written twice the last one counts, as for
 * `JSON.parse`. Only one value is read, from `start` on; what stands behind it is not looked at.
 */
export function locate(text: string, pointer: string, of: 'key' | 'value', start = 0): Range {
  const names = namesOf(pointer);
  const steps = stepsTo(text, names, start);
  const last = steps.at(-1);
  if (last === undefined) return { start, end: start };
  if (steps.length <= names.length && /[{[]/.test(text.charAt(last.start)))
    return { start: last.start, end: last.start + 1 };
  if (steps.length > names.length && of === 'key' && last.key !== undefined) return last.key;
  return { start: last.start, end: last.end };
}

/** The whole value, and from there as many of the names as there are. */
function stepsTo(text: string, names: readonly string[], start: number): readonly Step[] {
  const steps: Step[] = [];
  walk<Step>(text, start, {
    enter(value, parent) {
      const depth = parent === undefined ? 0 : parent.depth + 1;
      if (parent !== undefined && value.name !== names[parent.depth]) return undefined;
      const step = { depth, key: value.key, start: value.start, end: value.start };
      // A twin that came before, and all that was found in it, no longer counts.
      steps.length = depth;
      steps.push(step);
      return step;
    },
    leave(step, end) {
      step.end = end;
    },
  });
  return steps;
}

function namesOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
