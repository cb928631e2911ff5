/** A part of a text, in UTF-16 code units; `end` is the first unit behind it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * What a token is: a sign of JSON's own, a string, a number, a word (true, false, null), the end of
 * the text, or a fault: something that no JSON has in this place.
 */
export type TokenKind =
  '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'number' | 'word' | 'end' | 'fault';

const words = ['true', 'false', 'null'];

/**
 * Reads a text token by token, exactly as RFC 8259 has them. It knows nothing of how tokens follow
 * each other, and stays at a fault: whoever wants to know what is wrong there looks at the text.
 */
export class Tokens {
  /** The token that was read last. */
  kind: TokenKind = 'end';
  start: number;
  end: number;
  readonly text: string;
  readonly limit: number;

  constructor(text: string, start = 0, limit = text.length) {
    this.text = text;
    this.start = start;
    this.end = start;
    this.limit = limit;
  }

  next(): TokenKind {
    let at = this.end;
    while (at < this.limit && isSpace(this.text.charCodeAt(at))) at++;
    this.start = at;
    this.kind = at < this.limit ? kindOf(this.text.charCodeAt(at)) : 'end';
    const end = this.#endOfToken();
    if (end === -1) this.kind = 'fault';
    this.end = end === -1 ? at : end;
    return this.kind;
  }

  /** Goes on to the last token of the value that the last token starts. */
  skipValue(): void {
    for (let depth = 0; ; this.next()) {
      if (this.kind === 'end' || this.kind === 'fault') return;
      if (this.kind === '{' || this.kind === '[') depth++;
      if (this.kind === '}' || this.kind === ']') depth--;
      if (depth <= 0) return;
    }
  }

  /** What the string that was read last says. */
  string(): string {
    const raw = this.text.slice(this.start, this.end);
    return raw.includes('\\') ? (JSON.parse(raw) as string) : raw.slice(1, -1);
  }

  #endOfToken(): number {
    const { text, start, limit } = this;
    switch (this.kind) {
      case 'string':
        return endOfString(text, start, limit);
      case 'number':
        return unlessWordGoesOn(text, endOfNumber(text, start, limit), limit);
      case 'word': {
        const word = words.find((one) => text.startsWith(one, start));
        const end = start + (word?.length ?? 0);
        return word === undefined || end > limit ? -1 : unlessWordGoesOn(text, end, limit);
      }
      case 'end':
        return start;
      case 'fault':
        return -1;
      default:
        return start + 1;
    }
  }
}

/** Whether JSON has this character between its tokens. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** How long the escape is whose backslash stands here; -1 where it is none. */
export function escapeLength(text: string, at: number, limit: number): number {
  const sign = at + 1 < limit ? text.charAt(at + 1) : '';
  if (sign === 'u')
    return at + 6 <= limit && /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? 6 : -1;
  return sign !== '' && '"\\/bfnrt'.includes(sign) ? 2 : -1;
}

/** What a token is that starts with this character, if it is one. */
function kindOf(code: number): TokenKind {
  if (code === 0x22) return 'string';
  if (code === 0x2c) return ',';
  if (code === 0x3a) return ':';
  if (code === 0x7b) return '{';
  if (code === 0x7d) return '}';
  if (code === 0x5b) return '[';
  if (code === 0x5d) return ']';
  if (code === 0x2d || isDigit(code)) return 'number';
  if (code === 0x74 || code === 0x66 || code === 0x6e) return 'word';
  return 'fault';
}

function endOfString(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -1;
    if (code !== 0x5c) continue;
    const length = escapeLength(text, at, limit);
    if (length === -1) return -1;
    at += length - 1;
  }
  return -1;
}

function endOfNumber(text: string, start: number, limit: number): number {
  const codeAt = (at: number): number => (at < limit ? text.charCodeAt(at) : 0);
  const digits = (at: number): number => {
    if (!isDigit(codeAt(at))) return -1;
    while (isDigit(codeAt(at))) at++;
    return at;
  };
  const first = codeAt(start) === 0x2d ? start + 1 : start;
  let at = codeAt(first) === 0x30 ? first + 1 : digits(first);
  if (at !== -1 && codeAt(at) === 0x2e) at = digits(at + 1);
  if (at !== -1 && (codeAt(at) | 0x20) === 0x65) {
    const sign = codeAt(at + 1);
    at = digits(sign === 0x2b || sign === 0x2d ? at + 2 : at + 1);
  }
  return at;
}

/** No token follows a number or a word without something in between: what goes on is one wrong word. */
function unlessWordGoesOn(text: string, end: number, limit: number): number {
  return end !== -1 && end < limit && /[\w$.+-]/.test(text.charAt(end)) ? -1 : end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
