import { open, type FileHandle } from 'node:fs/promises';
import { overLines, tooLong } from './lines.js';
import { nothing, type Unit, type UnitResult } from './unit.js';
import { verdictOf, type Workbench } from './workbench.js';

const lineFeed = 0x0a;

/** How much is read at a time behind a block, to find the end of its last line. */
const step = 262_144;

/** Goes over the lines of a file that start in a range of it. */
export async function overBlock(
  { file, path, start, end }: Extract<Unit, { kind: 'block' }>,
  workbench: Workbench,
): Promise<UnitResult> {
  const handle = await open(path);
  try {
    const own = await readLinesFrom(handle, start, end);
    if (own.length === 0) return nothing;
    const most = workbench.options.maxBytes;
    const lastStart = own.lastIndexOf(lineFeed) + 1;
    const rest =
      lastStart === own.length
        ? []
        : await readToLineEnd(handle, end, most - own.length + lastStart);
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
  } finally {
    await handle.close();
  }
}

/** The bytes of a range from the first line on that starts in it. */
async function readLinesFrom(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  if (start === 0) return read(handle, 0, end);
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
