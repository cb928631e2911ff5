// @ts-check
// `node floor-of-lines.mjs FILE`: what any validator of NDJSON has to do, in one process: read the file in
// pieces, find the lines, parse each. Of the ways to write it this was the fastest.
import { openSync, readSync } from 'node:fs';

const lineFeed = 0x0a;
const piece = 256 * 1024;

const file = openSync(String(process.argv[2]), 'r');
let buffer = Buffer.allocUnsafeSlow(2 * piece);
/** So many bytes at the buffer's start belong to a line that goes on. */
let held = 0;

for (;;) {
  if (buffer.length < held + piece) buffer = Buffer.concat([buffer], 2 * buffer.length);
  const count = readSync(file, buffer, held, piece, null);
  const read = buffer.subarray(0, held + count);
  let start = 0;
  for (let end; (end = read.indexOf(lineFeed, start)) !== -1; start = end + 1)
    JSON.parse(read.toString('utf8', start, end));
  held = read.copy(buffer, 0, start);
  if (count > 0) continue;
  if (held > 0) JSON.parse(buffer.toString('utf8', 0, held));
  break;
}
