/** What outside of strings means nothing in JSON, and the strings, so that nothing in them is taken for it. */
const stringsAndSpace = /"[^"\\]*(?:\\.[^"\\]*)*"|[ \t\r\n]+/g;

/**
 * A body as a member of an exchange: its JSON, or its text where the JSON would not say the same: where it
 * is none, where a member stands twice, where a number has more digits than a reader of JSON keeps. `msdk
 * validate` takes both.
 */
export function bodyMember(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // A text among the members is read as the text of a body.
    if (typeof value === 'string') return text;
    return JSON.stringify(value) === plainlyWritten(text) ? value : text;
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
