import { characterAt, describeFault, wordAt } from './faults.js';
import { syntaxError, type JsonSyntaxError } from './syntax-error.js';
import { Tokens, type TokenKind } from './tokens.js';

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'separator' | 'nothing';

/**
 * What is wrong with a text that is to be one JSON value, told as a person would see it; nothing
 * exactly where `JSON.parse` takes the text.
 */
export function findSyntaxError(
  text: string,
  start = 0,
  end = text.length,
): JsonSyntaxError | undefined {
  return new Grammar(text, start, end).firstError();
}

class Grammar {
  readonly #tokens: Tokens;
  /** Where the brackets stand that are open. */
  readonly #open: number[] = [];
  #expected: Expected = 'value';
  /** The last token but one. */
  #before: { kind: TokenKind | undefined; start: number; end: number };

  constructor(text: string, start: number, end: number) {
    this.#tokens = new Tokens(text, start, end);
    this.#before = { kind: undefined, start, end: start };
  }

  firstError(): JsonSyntaxError | undefined {
    const tokens = this.#tokens;
    for (;;) {
      const kind = tokens.next();
      if (kind === 'end' && this.#expected === 'nothing') return undefined;
      if (!this.#take(kind)) return this.#describe(kind);
      this.#before = { kind, start: tokens.start, end: tokens.end };
    }
  }

  /** Whether the token may stand here; if so, what comes next is known. */
  #take(kind: TokenKind): boolean {
    const expected = this.#expected;
    switch (kind) {
      case '}':
      case ']':
        return this.#close(kind);
      case ',':
        if (expected !== 'separator') return false;
        this.#expected = this.#isInObject() ? 'key' : 'value';
        return true;
      case ':':
        if (expected !== 'colon') return false;
        this.#expected = 'value';
        return true;
      case 'end':
      case 'fault':
        return false;
    }
    if (kind === 'string' && (expected === 'key' || expected === 'key-or-end')) {
      this.#expected = 'colon';
      return true;
    }
    if (expected !== 'value' && expected !== 'value-or-end') return false;
    if (kind === '{' || kind === '[') {
      this.#open.push(this.#tokens.start);
      this.#expected = kind === '{' ? 'key-or-end' : 'value-or-end';
    } else this.#expected = this.#open.length === 0 ? 'nothing' : 'separator';
    return true;
  }

  #close(kind: '}' | ']'): boolean {
    const empty = kind === '}' ? 'key-or-end' : 'value-or-end';
    if (this.#expected !== empty && this.#expected !== 'separator') return false;
    if (this.#isInObject() !== (kind === '}')) return false;
    this.#open.pop();
    this.#expected = this.#open.length === 0 ? 'nothing' : 'separator';
    return true;
  }

  #isInObject(): boolean {
    return this.#tokens.text[this.#open.at(-1) ?? -1] === '{';
  }

  /** What is wrong with a token that may not stand here. */
  #describe(kind: TokenKind): JsonSyntaxError {
    const { start } = this.#tokens;
    const expected = this.#expected;
    if (kind === 'end') return this.#describeEnd();
    if (kind === 'fault') return this.#describeFault();
    if (expected === 'nothing') return syntaxError('trailing-text', start, this.#found());
    if (kind === ',') return this.#describeComma();
    if (kind === '}' || kind === ']') return this.#describeBracket(kind);
    if (expected === 'separator' && kind !== ':') return this.#missing('missing-comma');
    if (expected === 'colon') return this.#missing('missing-colon');
    if (kind === 'number' || kind === 'word')
      return syntaxError('unquoted-key', start, this.#found());
    return syntaxError('unexpected-character', start, this.#found());
  }

  #describeEnd(): JsonSyntaxError {
    if (this.#before.kind === undefined) return syntaxError('empty', this.#before.end, '');
    return syntaxError('unexpected-end', this.#before.end, '', this.#open.at(-1));
  }

  #describeFault(): JsonSyntaxError {
    const { text, start, limit } = this.#tokens;
    const expected = this.#expected;
    const isKey = expected === 'key' || expected === 'key-or-end';
    const fault = describeFault(text, start, limit, isKey);
    const goesBetween = expected === 'separator' || expected === 'colon' || expected === 'nothing';
    if (!goesBetween)
      return fault.kind === 'unexpected-end' ? { ...fault, ...this.#opened() } : fault;
    if (fault.kind === 'comment' || fault.kind === 'bad-space') return fault;
    const { kind, end } = this.#before;
    const word = wordAt(text, start, limit);
    if (kind === 'string' && end === start && word !== '')
      return syntaxError('unescaped-quote', end - 1, '"');
    const found = word === '' ? fault.found : word;
    if (expected === 'nothing') return syntaxError('trailing-text', start, found);
    if (fault.kind === 'fullwidth-punctuation') return fault;
    if (expected === 'separator' && fault.kind !== 'unexpected-character')
      return syntaxError('missing-comma', end, found);
    if (text[start] === ';') return syntaxError('missing-comma', start, ';');
    if (text[start] === '=') return syntaxError('missing-colon', start, '=');
    return expected === 'colon' ? syntaxError('missing-colon', end, found) : fault;
  }

  #describeComma(): JsonSyntaxError {
    const { start } = this.#tokens;
    const { kind } = this.#before;
    if (kind === ',') return syntaxError('duplicate-comma', start, ',');
    if (kind === '{' || kind === '[') return syntaxError('leading-comma', start, ',');
    if (kind === ':') return syntaxError('missing-value', start, ',');
    if (this.#expected === 'colon') return this.#missing('missing-colon');
    return syntaxError('unexpected-character', start, ',');
  }

  #describeBracket(kind: '}' | ']'): JsonSyntaxError {
    const { start } = this.#tokens;
    const opened = this.#open.at(-1);
    if (opened === undefined) return syntaxError('unexpected-character', start, kind);
    if (this.#isInObject() !== (kind === '}'))
      return syntaxError('wrong-bracket', start, kind, opened);
    if (this.#before.kind === ',') return syntaxError('trailing-comma', this.#before.start, ',');
    if (this.#expected === 'colon') return this.#missing('missing-colon');
    return syntaxError('missing-value', start, kind);
  }

  /** Something that belongs behind the last token is not there. */
  #missing(kind: 'missing-comma' | 'missing-colon'): JsonSyntaxError {
    return syntaxError(kind, this.#before.end, this.#found());
  }

  #opened(): { opened?: number } {
    const opened = this.#open.at(-1);
    return opened === undefined ? {} : { opened };
  }

  #found(): string {
    const { text, start, end, limit } = this.#tokens;
    return end > start ? text.slice(start, end) : characterAt(text, start, limit);
  }
}
