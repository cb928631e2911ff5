import { closeSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../input/discover/error-code.js';
import { mostFindings, overLines, tooLong } from './lines.js';
import { nothing, type Unit, type UnitResult } from './unit.js';
import { verdictOf, type Workbench } from './workbench.js';

const lineFeed = 0x0a;

/** How long a byte order mark is. */
const markLength = 3;

/** How much is read behind a block at a time, to find the end of its last line. */
const step = 65_536;

/** Lines that start in a range of a file; `isCut` where the last one is longer than allowed, and left out. */
interface BlockLines {
  readonly bytes: Buffer;
  /** Where in the file they start. */
  readonly offset: number;
  readonly isCut: boolean;
}

/** Goes over the lines of a file that start in a range of it. */
export async function overBlock(
  unit: Extract<Unit, { kind: 'block' }>,
  workbench: Workbench,
): Promise<UnitResult> {
  const { file, path, start, end } = unit;
  const most = workbench.options.maxBytes;
  let lines: BlockLines;
  try {
    lines = readLines(path, start, end, most);
  } catch (error) {
    return unreadable(file, errorCode(error), workbench);
  }
  const { bytes, offset, isCut } = lines;
  if (bytes.length === 0 && !isCut) return nothing;
  const { restAt, ...result } = await overLines(file, bytes, workbench, mostFindings);
  if (restAt !== undefined) return { ...result, rest: { ...unit, start: offset + restAt } };
  if (!isCut) return result;
  const line = result.lines + 1;
  const verdict = verdictOf(tooLong(most), { file, line, column: 1 }, workbench);
  return {
    ...result,
    lines: line,
    payloads: result.payloads + 1,
    verdicts: [...result.verdicts, verdict],
  };
}

/** What comes of a file that cannot be read, or no more. */
export function unreadable(
  file: string,
  code: string,
  workbench: Pick<Workbench, 'placing'>,
): UnitResult {
  const problem = { code: 'unreadable', params: { name: file, code } } as const;
  return { ...nothing, verdicts: [verdictOf(problem, { file, line: 1, column: 1 }, workbench)] };
}

function readLines(path: string, start: number, end: number, most: number): BlockLines {
  const fd = openSync(path, 'r');
  try {
    const isFirst = start <= markLength;
    // The byte before the range tells whether a line starts with it.
    const from = isFirst ? start : start - 1;
    let bytes = read(fd, from, end - from + step);
    const first = isFirst ? 0 : bytes.indexOf(lineFeed) + 1;
    if ((!isFirst && first === 0) || from + first >= end)
      return { bytes: Buffer.alloc(0), offset: end, isCut: false };
    // The line that holds the range's last byte is its last line.
    for (let searched = end - 1 - from; ;) {
      const stop = bytes.indexOf(lineFeed, searched);
      if (stop !== -1)
        return { bytes: bytes.subarray(first, stop + 1), offset: from + first, isCut: false };
      const lineStart = Math.max(first, bytes.lastIndexOf(lineFeed, end - 1 - from) + 1);
      if (bytes.length - lineStart > most)
        return { bytes: bytes.subarray(first, lineStart), offset: from + first, isCut: true };
      const before = Buffer.from(bytes);
      const more = read(fd, from + bytes.length, Math.max(step, bytes.length));
      if (more.length === 0)
        return { bytes: before.subarray(first), offset: from + first, isCut: false };
      searched = before.length;
      bytes = Buffer.concat([before, more]);
    }
  } finally {
    closeSync(fd);
  }
}

/** A thread works on one block at a time, and reads all of them into the same memory. */
let scratch = Buffer.alloc(0);

function read(fd: number, offset: number, length: number): Buffer {
  if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(length);
  const buffer = scratch.subarray(0, length);
  let filled = 0;
  while (filled < length) {
    const count = readSync(fd, buffer, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
