/** Thrown where a text is JSON and yet cannot be read as one value. */
export class AmbiguousJson extends Error {
  override name = 'AmbiguousJson';
}

/**
 * Parses JSON without losing or inventing anything. An integer beyond 2^53 comes as the string of its
 * digits, since no number can hold it. Throws a SyntaxError for what is not JSON, and
 * {@link AmbiguousJson} for an object that has a member twice, of which readers see different ones
 * (RFC 8259, section 4), or a member called `__proto__`, which merging would make a prototype.
 */
export function parseJson(text: string): unknown {
  const parts = splitAtStrings(text);
  const value = JSON.parse(/\d{16}/.test(text) ? quoteUnsafeIntegers(parts) : text) as unknown;
  const names = parts.filter((part) => part.trimStart().startsWith(':')).length;
  if (countMembers(value) !== names) throw new AmbiguousJson('an object has a member twice');
  return value;
}

/** A text of JSON in parts: strings, in their quotes, and what stands between them. */
function splitAtStrings(text: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (let start = text.indexOf('"'); start !== -1; start = text.indexOf('"', at)) {
    parts.push(text.slice(at, start));
    at = endOfString(text, start);
    parts.push(text.slice(start, at));
  }
  parts.push(text.slice(at));
  return parts;
}

/** The members of all objects in a value. It may be nested more deeply than calls can be. */
function countMembers(value: unknown): number {
  let members = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null) continue;
    if (Array.isArray(one)) {
      for (const item of one) if (typeof item === 'object') open.push(item);
      continue;
    }
    for (const [name, member] of Object.entries(one)) {
      if (name === '__proto__') throw new AmbiguousJson('an object has a member called __proto__');
      members++;
      if (typeof member === 'object') open.push(member);
    }
  }
  return members;
}

/** Where a string that starts here is over; the end of the text where it never is. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
  return text.length;
}

function quoteUnsafeIntegers(parts: readonly string[]): string {
  return parts
    .map((part) => (part.startsWith('"') ? part : part.replace(/-?\d[\d.eE+-]*/g, quoteUnsafe)))
    .join('');
}

function quoteUnsafe(number: string): string {
  return /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number)) ? `"${number}"` : number;
}
