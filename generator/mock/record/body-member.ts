import { isDeeperThan } from '../../../templates/runtime/mock/nesting.js';

/** What outside of strings means nothing in JSON, and the strings, so that nothing in them is taken for it. */
const stringsAndSpace = /"[^"\\]*(?:\\.[^"\\]*)*"|[ \t\r\n]+/g;

/** How deeply JSON may be nested: more than any endpoint knows, and less than ends a walk through it. */
const deepest = 200;

/**
 * A body as a member of an exchange: its JSON, or its text where the JSON would not say the same: where it
 * is none, where a member stands twice, where a number has more digits than a reader of JSON keeps, where
 * it is nested without end. `msdk validate` takes both.
 */
export function bodyMember(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A text among the members is read as the text of a body.
    if (typeof value === 'string') return text;
    const plain = plainlyWritten(text);
    return !isDeeperThan(deepest, plain) && JSON.stringify(value) === plain ? value : text;
  } catch {
    return text;
  }
}

/** JSON text without spaces, its strings written in the one way that `JSON.stringify` has. */
function plainlyWritten(text: string): string {
  return text.replace(stringsAndSpace, (part) =>
    part.startsWith('"') ? JSON.stringify(JSON.parse(part)) : '',
  );
}
