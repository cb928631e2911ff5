import { isAscii, isUtf8 } from 'node:buffer';
import { Capture } from './capture.js';
import { HarGrammar } from './grammar.js';
import { Position, type HarPlace } from './position.js';
import { ValueScanner } from './value-scanner.js';

/** An element of `log.entries` as it is written, whether or not it is JSON. */
export interface HarText extends HarPlace {
  readonly text: string;
  /** Whether its bytes are UTF-8; where not, the text has U+FFFD in their place. */
  readonly isUtf8: boolean;
}

/** An element of `log.entries` that was passed over, since it has more bytes than are held. */
export interface HarTooLong extends HarPlace {
  /** How many bytes it has. */
  readonly tooLong: number;
}

/** What can be wrong with a capture, its entries aside. */
export type HarProblemKind =
  /** There is no list at `log.entries`. */
  | 'no-entries'
  /** There is more than one; readers of JSON see the last alone. */
  | 'entries-twice'
  /** The file ends too early; the place is that of the entry in which it ends, or the end. */
  | 'truncated'
  /** What stands between the entries, or around them, is not JSON. The first such place alone is told. */
  | 'not-json';

/** Why a capture, its entries aside, is not what it has to be. */
export interface HarProblem extends HarPlace {
  readonly kind: HarProblemKind;
}

/** The most bytes that a name of interest can be written with, every letter of it escaped. */
const longestName = 64;

const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Splits a HAR file of any size into its entries while it is read: a chunk is given, and the entries
 * come out that end in it. At most one entry is held, and none that has more than `maxEntry` bytes.
 */
export class HarSplitter {
  readonly #maxEntry: number;
  readonly #grammar = new HarGrammar();
  readonly #scanner = new ValueScanner();
  readonly #capture = new Capture();
  readonly #position = new Position();
  #reading: 'key' | 'entry' | 'other' | undefined;
  /** Where the value starts that is being read. */
  #start: HarPlace = this.#position.now();
  #notJson: HarPlace | undefined;

  constructor(maxEntry: number) {
    this.#maxEntry = maxEntry;
  }

  /** Takes the file's next bytes. All that comes out has to be taken before more bytes are given. */
  *push(chunk: Uint8Array): Generator<HarText | HarTooLong, void> {
    let at = 0;
    let from = 0;
    while (at < chunk.length) {
      if (this.#reading === undefined) {
        from = at;
        this.#take(chunk[at] ?? 0);
        at++;
        continue;
      }
      const end = this.#scanner.scan(chunk, at);
      if (end === -1) break;
      const entry = this.#finish(chunk.subarray(from, end));
      if (entry !== undefined) yield entry;
      at = end;
    }
    if (this.#reading !== undefined) this.#pass(this.#capture.hold(chunk.subarray(from)));
  }

  /** Ends the file: what was wrong with it beside its entries. */
  end(): HarProblem[] {
    const grammar = this.#grammar;
    const problems: HarProblem[] = [];
    if (this.#notJson !== undefined) problems.push({ kind: 'not-json', ...this.#notJson });
    const isOpen = !grammar.isAtEnd && !grammar.isLost;
    const end = this.#reading === 'entry' ? this.#start : this.#position.now();
    if (isOpen) problems.push({ kind: 'truncated', ...end });
    else if (!grammar.hasEntries && !grammar.isLost)
      problems.push({ kind: 'no-entries', offset: 0, line: 1, column: 1 });
    if (grammar.hasEntriesTwice)
      problems.push({ kind: 'entries-twice', offset: 0, line: 1, column: 1 });
    return problems;
  }

  /** Takes a byte that is not within a value. */
  #take(byte: number): void {
    const { offset } = this.#position;
    if (offset < 3 && byte === byteOrderMark[offset]) {
      this.#position.offset++;
      return;
    }
    if (this.#grammar.isLost) return;
    const step = this.#grammar.take(byte);
    if (step.startsWith('bad')) this.#notJson ??= this.#position.now();
    if (step === 'step' || step === 'bad-step' || step === 'bad') {
      this.#position.overByte(byte);
      return;
    }
    this.#reading = step === 'bad-entry' ? 'entry' : step;
    this.#start = this.#position.now();
    this.#scanner.begin(byte);
    this.#capture.begin({ key: longestName, entry: this.#maxEntry, other: 0 }[this.#reading]);
  }

  /** Takes the last bytes of a value. */
  #finish(last: Uint8Array): HarText | HarTooLong | undefined {
    const reading = this.#reading;
    this.#reading = undefined;
    const whole = this.#capture.finish(last);
    const isKept = whole instanceof Uint8Array;
    if (reading === 'entry' && isKept) return this.#entry(whole);
    this.#pass(isKept ? [whole] : whole);
    if (reading === 'key') this.#grammar.named(isKept ? nameOf(whole) : '');
    else this.#grammar.passed();
    return reading === 'entry' ? { tooLong: this.#capture.length, ...this.#start } : undefined;
  }

  #entry(bytes: Uint8Array): HarText {
    this.#grammar.passed();
    const text = textOf(bytes);
    this.#position.overText(text, bytes.length);
    return { text, isUtf8: isUtf8(bytes), ...this.#start };
  }

  #pass(parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#position.overBytes(part);
  }
}

/** The text of bytes. ASCII needs no decoding, which is several times as fast. */
function textOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** What a name says. One that is not JSON is not of interest. */
function nameOf(bytes: Uint8Array): string {
  try {
    return JSON.parse(textOf(bytes)) as string;
  } catch {
    return '';
  }
}
