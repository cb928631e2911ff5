import { pointerTo } from '../../../../templates/runtime/finding.js';
import type { Range } from './tokens.js';
import { walk } from './walk.js';

/** A name that one object has more than once. */
export interface DuplicateMember {
  /** The JSON Pointer of the member. */
  readonly pointer: string;
  /** Its keys, quotes included, in the text's order: two or more. */
  readonly keys: readonly Range[];
}

/** A container that is being read. */
interface Inside {
  readonly pointer: string;
  readonly keys: Map<string, Range[]>;
}

/**
 * Every member that stands more than once in its object, in a text that is JSON, in the order in
 * which the objects end. `JSON.parse` takes the last of them and other readers the first.
 */
export function findDuplicateMember(text: string, start = 0): DuplicateMember[] {
  const found: DuplicateMember[] = [];
  walk<Inside>(text, start, {
    enter({ name, key, start: at }, parent) {
      if (parent !== undefined && key !== undefined) {
        const keys = parent.keys.get(name);
        if (keys === undefined) parent.keys.set(name, [key]);
        else keys.push(key);
      }
      if (!/[{[]/.test(text.charAt(at))) return undefined;
      return {
        pointer: parent === undefined ? '' : pointerTo(parent.pointer, name),
        keys: new Map<string, Range[]>(),
      };
    },
    leave({ pointer, keys }) {
      for (const [name, places] of keys)
        if (places.length > 1) found.push({ pointer: pointerTo(pointer, name), keys: places });
    },
  });
  return found;
}
