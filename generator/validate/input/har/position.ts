const lineFeed = 0x0a;

/** A place in a file: `offset` in bytes, line and column from 1, columns in UTF-16 code units. */
export interface HarPlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The place up to which a file was read, of which bytes come. */
export class Position implements HarPlace {
  offset = 0;
  line = 1;
  column = 1;

  /** The place as it is now. */
  now(): HarPlace {
    return { offset: this.offset, line: this.line, column: this.column };
  }

  /** Goes on over bytes of UTF-8, which may end within a character. */
  overBytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.overByte(byte);
  }

  overByte(byte: number): void {
    this.offset++;
    if (byte === lineFeed) {
      this.line++;
      this.column = 1;
    } else if ((byte & 0xc0) !== 0x80) this.column += byte >= 0xf0 ? 2 : 1;
  }

  /** Goes on over so many bytes, of which this is the text. Faster where there is a text. */
  overText(text: string, bytes: number): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.line++;
      this.column = 1;
      start = end + 1;
    }
    this.column += text.length - start;
    this.offset += bytes;
  }
}
