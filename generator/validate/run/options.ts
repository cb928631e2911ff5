import type { Language } from '../finding.js';
import type { InputFormat } from '../input/sniff.js';
import type { Keys } from '../judge/keys.js';
import type { ReadHints } from '../read/record.js';

/** What a run was asked for, as plain data that goes to every thread. */
export interface RunOptions {
  /** The folder of the generated validators. */
  readonly validators: string;
  readonly language: Language;
  /** Whether replies are read by the rules of lenient reading. */
  readonly isLenient: boolean;
  readonly keys: Keys | undefined;
  /** Further addresses under which the service answers. */
  readonly baseUrls: readonly string[];
  /** The most bytes of a payload, a line, or an entry of a capture. */
  readonly maxBytes: number;
  readonly hints: ReadHints;
  /** The format of every input; undefined where each is recognised by its content. */
  readonly format: Exclude<InputFormat, 'empty'> | undefined;
  /** Whether verdicts without findings are wanted too. */
  readonly everyVerdict: boolean;
  readonly withCoverage: boolean;
}
