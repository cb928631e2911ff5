import {
  closeSync,
  fchmodSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { isRecordedLine } from './recorded-line.js';

/** A file that cannot be recorded to because it holds something else. */
export class ForeignFileError extends Error {
  override name = 'ForeignFileError';
}

/** How much of a file is read at once. */
const chunkBytes = 65_536;

/**
 * A file of whole lines that only its owner can read. A line is written by one call, so that a program that
 * dies leaves none in halves; where the disk takes a part of one only, that part is taken back.
 */
export class LineFile {
  readonly #descriptor: number;
  #lines: number;

  /** Opens a file to add to it, or makes it. Throws where that cannot be, and for a file of something else. */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'a+', 0o600);
    try {
      this.#lines = prepare(this.#descriptor);
    } catch (error) {
      closeSync(this.#descriptor);
      throw error;
    }
  }

  /** Adds a line, and tells its number from 1. Throws where it cannot be written. */
  append(line: string): number {
    const before = sizeOf(this.#descriptor);
    const bytes = Buffer.from(`${line}\n`);
    let written = 0;
    try {
      while (written < bytes.length)
        written += writeSync(this.#descriptor, bytes, written, bytes.length - written);
    } catch (error) {
      if (written > 0 && before !== undefined) ftruncateSync(this.#descriptor, before);
      throw error;
    }
    return ++this.#lines;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** The size of a regular file; undefined for a device or a pipe, which has none. */
function sizeOf(descriptor: number): number | undefined {
  const stat = fstatSync(descriptor);
  return stat.isFile() ? stat.size : undefined;
}

/** Closes a file to others, and makes it end with a whole line. Gives the number of its lines. */
function prepare(descriptor: number): number {
  const size = sizeOf(descriptor);
  if (size === undefined) return 0;
  const { lines, lastEnd } = linesOf(descriptor, size);
  const head = textAt(descriptor, 0, size).split('\n', 1)[0] ?? '';
  const isOurs = size === 0 || isRecordedLine(head) || (lines === 0 && head.startsWith('{"at":"'));
  if (!isOurs) throw new ForeignFileError('it holds something else than a recording');
  fchmodSync(descriptor, 0o600);
  if (lastEnd === size) return lines;
  // What follows the last line end is a line of somebody's that lacks its own, or one that was cut off.
  if (isRecordedLine(textAt(descriptor, lastEnd, size))) {
    writeSync(descriptor, '\n');
    return lines + 1;
  }
  ftruncateSync(descriptor, lastEnd);
  return lines;
}

function linesOf(descriptor: number, size: number): { lines: number; lastEnd: number } {
  const chunk = Buffer.alloc(chunkBytes);
  let [lines, lastEnd] = [0, 0];
  for (let at = 0; at < size;) {
    const count = readSync(descriptor, chunk, 0, chunkBytes, at);
    if (count === 0) break;
    for (let end = chunk.indexOf(10); end !== -1 && end < count; end = chunk.indexOf(10, end + 1)) {
      lines++;
      lastEnd = at + end + 1;
    }
    at += count;
  }
  return { lines, lastEnd };
}

/** The longest line that is looked into. */
const longestLine = 32 * 1024 * 1024;

function textAt(descriptor: number, start: number, end: number): string {
  const buffer = Buffer.alloc(Math.min(end - start, longestLine));
  let count = 0;
  while (count < buffer.length) {
    const read = readSync(descriptor, buffer, count, buffer.length - count, start + count);
    if (read === 0) break;
    count += read;
  }
  return buffer.toString('utf8', 0, count);
}
