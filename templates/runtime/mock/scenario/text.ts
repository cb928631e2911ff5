import type { Found } from './found.js';
import type { TextForm, TextShape } from './shape.js';
import { meantOrKnown, quoted } from './words.js';

/** What a text of some form is held against beside its letters. */
export interface TextContext {
  readonly found: Found;
  /** The paths of the endpoints. */
  readonly paths: readonly string[];
}

/** The letters of a time, in a regular expression. */
export const timePattern =
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$';

/** Holds a text against its shape. */
export function checkText(
  shape: TextShape,
  text: string,
  pointer: string,
  context: TextContext,
): void {
  const { found } = context;
  const { longest = Infinity, pattern, form } = shape;
  if (text === '' && shape.empty !== true) found.add(pointer, 'must not be empty');
  else if (text.length > longest && Array.from(text).length > longest)
    found.add(pointer, `must have ${longest} characters at most`);
  else if (pattern !== undefined && !new RegExp(pattern[0], 'u').test(text))
    found.add(pointer, `must be ${pattern[1]}${shape.secret ? '' : `, not ${quoted(text)}`}`);
  else if (form !== undefined) forms[form](text, pointer, context);
}

const forms: Readonly<
  Record<TextForm, (text: string, pointer: string, context: TextContext) => void>
> = {
  time(text, pointer, { found }) {
    if (!isTime(text))
      found.add(pointer, `must be a time, not ${quoted(text)}`, 'write it as 2026-01-31T12:00:00Z');
  },
  expression(text, pointer, { found }) {
    try {
      new RegExp(text, 'u');
    } catch (error) {
      const reason = (error as Error).message.split(': ').at(-1) ?? '';
      found.add(pointer, `must be a regular expression; ${quoted(text)} is none: ${reason}`);
    }
  },
  endpoint(text, pointer, { found, paths }) {
    if (text !== '*' && !paths.includes(text))
      found.add(
        pointer,
        `must be an endpoint or *, not ${quoted(text)}`,
        meantOrKnown(text, paths),
      );
  },
};

/** Whether a text is a time that the calendar has. */
function isTime(text: string): boolean {
  if (!new RegExp(timePattern, 'u').test(text) || !Number.isFinite(Date.parse(text))) return false;
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
