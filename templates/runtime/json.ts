/** Thrown where what was sent cannot be read as what it has to be. */
export class Unreadable extends Error {
  override name = 'Unreadable';
  /** JSON Pointer (RFC 6901) of the value. */
  readonly pointer: string;
  constructor(pointer: string, expected: string) {
    super(`${pointer || 'the reply'} is not ${expected}`);
    this.pointer = pointer;
  }
}

/**
 * Parses JSON without losing or inventing anything. An integer beyond 2^53 comes as the string of its
 * digits, since no number can hold it. Throws a SyntaxError for what is not JSON, and
 * {@link Unreadable} for an object that has a member twice, of which readers see different ones
 * (RFC 8259, section 4), or a member called `__proto__`, which merging would make a prototype.
 */
export function parseJson(text: string): unknown {
  const { names, hasLongNumber } = survey(text);
  let value: unknown = JSON.parse(text);
  if (hasLongNumber) value = JSON.parse(quoteUnsafeIntegers(text));
  if (countMembers(value) !== names) throw new Unreadable('', 'free of members written twice');
  return value;
}

const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;
const zero = 0x30;
const nine = 0x39;

/** Digits from which on a number may be beyond 2^53. */
const manyDigits = 16;

/** What is told by the characters outside strings: how many members there are, and whether a number is long. */
function survey(text: string): { readonly names: number; readonly hasLongNumber: boolean } {
  let names = 0;
  let digits = 0;
  let hasLongNumber = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= zero && code <= nine) {
      hasLongNumber ||= ++digits === manyDigits;
      continue;
    }
    digits = 0;
    if (code === colon) names++;
    if (code === quote) index = endOfString(text, index);
  }
  return { names, hasLongNumber };
}

/** Where the string that starts here has its last quote; the end of the text where it has none. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
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
    for (const name of Object.keys(one)) {
      if (name === '__proto__') throw new Unreadable('', 'free of __proto__');
      members++;
      const member = (one as Readonly<Record<string, unknown>>)[name];
      if (typeof member === 'object') open.push(member);
    }
  }
  return members;
}

function quoteUnsafeIntegers(text: string): string {
  let quoted = '';
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('"', at);
    const end = start === -1 ? text.length : start;
    quoted += text.slice(at, end).replace(/-?\d[\d.eE+-]*/g, quoteUnsafe);
    at = endOfString(text, end) + 1;
    quoted += text.slice(end, at);
  }
  return quoted;
}

function quoteUnsafe(number: string): string {
  return /^-?[1-9]\d*$/.test(number) && !Number.isSafeInteger(Number(number))
    ? `"${number}"`
    : number;
}
