/** What may come next outside the values that are passed over or taken as a whole. */
type Expected =
  | 'file'
  | 'key'
  | 'key-or-end'
  | 'colon'
  | 'value'
  | 'item'
  | 'item-or-end'
  | 'separator'
  | 'nothing'
  | 'lost';

/** What a byte comes to. A step is nothing but a step; a value starts with it, of the kind that is told. */
export type Step = 'step' | 'key' | 'entry' | 'other' | 'bad' | 'bad-step' | 'bad-entry';

const sign = (character: string): number => character.charCodeAt(0);

/** How the file's object, its `log` and the `entries` of that are put together around their values. */
export class HarGrammar {
  hasEntries = false;
  hasEntriesTwice = false;
  #expected: Expected = 'file';
  /** Which container is read: 0 none, 1 the file's object, 2 its `log`, 3 the `entries` of that. */
  #level = 0;
  #name = '';

  /** Whether the whole object was read. */
  get isAtEnd(): boolean {
    return this.#expected === 'nothing';
  }

  /** Whether what comes can no longer be understood. */
  get isLost(): boolean {
    return this.#expected === 'lost';
  }

  /** The name was read that a member has. */
  named(name: string): void {
    this.#name = name;
    this.#expected = 'colon';
  }

  /** The value was read that started with the last step. */
  passed(): void {
    this.#expected = 'separator';
  }

  take(byte: number): Step {
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return 'step';
    const step = this.#level === 3 ? this.#takeInEntries(byte) : this.#takeAround(byte);
    if (step === 'bad') this.#expected = 'lost';
    return step;
  }

  #takeAround(byte: number): Step {
    switch (this.#expected) {
      case 'file':
        return byte === sign('{') ? this.#open(1) : 'bad';
      case 'key':
      case 'key-or-end':
        if (byte === sign('"')) return 'key';
        return byte === sign('}') && this.#expected === 'key-or-end' ? this.#close() : 'bad';
      case 'colon':
        return byte === sign(':') ? this.#expect('value') : 'bad';
      case 'value':
        if (this.#level === 1 && this.#name === 'log' && byte === sign('{')) return this.#open(2);
        if (this.#level === 2 && this.#name === 'entries' && byte === sign('['))
          return this.#open(3);
        return startsValue(byte) ? 'other' : 'bad';
      case 'separator':
        if (byte === sign(',')) return this.#expect('key');
        return byte === sign('}') ? this.#close() : 'bad';
      default:
        return 'bad';
    }
  }

  /** Between entries, what is wrong does not hide the entries behind it. */
  #takeInEntries(byte: number): Step {
    const isAfterEntry = this.#expected === 'separator';
    if (byte === sign(']')) {
      const isGood = this.#expected !== 'item';
      this.#close();
      return isGood ? 'step' : 'bad-step';
    }
    if (byte === sign(',')) return isAfterEntry ? this.#expect('item') : 'bad-step';
    if (!isAfterEntry && startsValue(byte)) return 'entry';
    return byte === sign('{') ? 'bad-entry' : 'bad-step';
  }

  #expect(expected: Expected): Step {
    this.#expected = expected;
    return 'step';
  }

  #open(level: 1 | 2 | 3): Step {
    this.#level = level;
    this.#expected = level === 3 ? 'item-or-end' : 'key-or-end';
    if (level === 3) {
      this.hasEntriesTwice ||= this.hasEntries;
      this.hasEntries = true;
    }
    return 'step';
  }

  #close(): Step {
    this.#level--;
    return this.#expect(this.#level === 0 ? 'nothing' : 'separator');
  }
}

function startsValue(byte: number): boolean {
  return '{["-0123456789tfn'.includes(String.fromCharCode(byte));
}
