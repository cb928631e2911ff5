import { Lines } from '../input/json-text.js';
import type { TextRecord } from '../read/record.js';
import type { Mask, Masked } from './mask.js';

/** A record's text as findings show it. What that takes is done when it is first asked for, and once. */
export class Sheet {
  readonly record: TextRecord;
  readonly #mask: Mask;
  #masked: Masked | undefined;
  #lines: Lines | undefined;

  constructor(record: TextRecord, mask: Mask) {
    this.record = record;
    this.#mask = mask;
  }

  /** The text without its secrets. */
  get masked(): Masked {
    return (this.#masked ??= this.#mask.reading(this.record.text));
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.record.text));
  }
}
