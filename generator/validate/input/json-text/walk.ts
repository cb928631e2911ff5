import { Tokens, type Range } from './tokens.js';

/** A value that is met on the way through a text. */
export interface Met {
  /** The member's name or the item's index; the empty text for the value as a whole. */
  readonly name: string;
  readonly key: Range | undefined;
  readonly start: number;
}

/** Somebody who is led through a text, and keeps a note of the type `N` about each value. */
export interface Visitor<N> {
  /** Takes a value; without a note about it, the way leads around it. */
  enter(value: Met, parent: N | undefined): N | undefined;
  leave(note: N, end: number): void;
}

/** Leads through the JSON value that starts here, in the text's order and however deep it is. */
export function walk<N>(text: string, start: number, visitor: Visitor<N>): void {
  const tokens = new Tokens(text, start);
  const open: { readonly note: N; readonly isArray: boolean; items: number }[] = [];
  while (tokens.next() !== 'end' && tokens.kind !== 'fault') {
    const inner = open.at(-1);
    if (tokens.kind === '}' || tokens.kind === ']') {
      if (inner !== undefined) visitor.leave(inner.note, tokens.end);
      open.pop();
    } else if (tokens.kind !== ',') {
      let name = '';
      let key: Range | undefined;
      if (inner?.isArray === true) name = String(inner.items++);
      else if (inner !== undefined) {
        key = { start: tokens.start, end: tokens.end };
        name = tokens.string();
        tokens.next();
        tokens.next();
      }
      const note = visitor.enter({ name, key, start: tokens.start }, inner?.note);
      const isArray = tokens.kind === '[';
      if (note !== undefined && (isArray || tokens.kind === '{')) {
        open.push({ note, isArray, items: 0 });
      } else {
        tokens.skipValue();
        if (note !== undefined) visitor.leave(note, tokens.end);
      }
    }
    if (open.length === 0) return;
  }
}
