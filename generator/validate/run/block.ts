import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from '../input/discover/error-code.js';
import { overLines, tooLong } from './lines.js';
import { nothing, type Unit, type UnitResult } from './unit.js';
import { verdictOf, type Workbench } from './workbench.js';

const lineFeed = 0x0a;

/** How long a byte order mark is. */
const markLength = 3;

/** How much is read at a time behind a block, to find the end of its last line. */
const step = 262_144;

/** Goes over the lines of a file that start in a range of it. */
export async function overBlock(
  unit: Extract<Unit, { kind: 'block' }>,
  workbench: Workbench,
): Promise<UnitResult> {
  let handle: FileHandle;
  try {
    handle = await open(unit.path);
  } catch (error) {
    return unreadable(unit.file, errorCode(error), workbench);
  }
  try {
    return await overLinesFrom(handle, unit, workbench);
  } finally {
    await handle.close();
  }
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

async function overLinesFrom(
  handle: FileHandle,
  { file, start, end }: Extract<Unit, { kind: 'block' }>,
  workbench: Workbench,
): Promise<UnitResult> {
  const own = await readLinesFrom(handle, start, end);
  if (own.length === 0) return nothing;
  const most = workbench.options.maxBytes;
  const lastStart = own.lastIndexOf(lineFeed) + 1;
  const rest =
    lastStart === own.length ? [] : await readToLineEnd(handle, end, most - own.length + lastStart);
  if (rest !== undefined) return await overLines(file, Buffer.concat([own, ...rest]), workbench);
  const result = await overLines(file, own.subarray(0, lastStart), workbench);
  const line = result.lines + 1;
  const verdict = verdictOf(tooLong(most), { file, line, column: 1 }, workbench);
  return {
    ...result,
    lines: line,
    payloads: result.payloads + 1,
    verdicts: [...result.verdicts, verdict],
  };
}

/** The bytes of a range from the first line on that starts in it. */
async function readLinesFrom(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  if (start <= markLength) return read(handle, start, end - start);
  // The byte before tells whether a line starts with the range.
  const bytes = await read(handle, start - 1, end - start + 1);
  const before = bytes.indexOf(lineFeed);
  return before === -1 ? Buffer.alloc(0) : bytes.subarray(before + 1);
}

/** The bytes from an offset on to the end of the line; undefined where those are more than `most`. */
async function readToLineEnd(
  handle: FileHandle,
  offset: number,
  most: number,
): Promise<Buffer[] | undefined> {
  const pieces: Buffer[] = [];
  for (let length = 0; length <= most; length += step) {
    const piece = await read(handle, offset + length, step);
    const stop = piece.indexOf(lineFeed);
    pieces.push(stop === -1 ? piece : piece.subarray(0, stop + 1));
    if (stop !== -1 || piece.length < step) return pieces;
  }
  return undefined;
}

async function read(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
