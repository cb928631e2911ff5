import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { Unreadable } from '../../templates/runtime/mock/exchange.js';

type Unpack = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const unzip: Unpack = promisify(gunzip);
const unpackers = new Map<string, Unpack>([
  ['identity', (bytes) => Promise.resolve(bytes)],
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['br', promisify(brotliDecompress)],
  ['deflate', deflated],
]);

/** More codings, one around the other, are nobody's. */
const mostCodings = 3;

/** The bytes behind a Content-Encoding, no more of them than the limit; or why they cannot be had. */
export async function unpacked(
  bytes: Buffer,
  encoding: string,
  limit: number,
): Promise<Buffer | Unreadable> {
  const codings = encoding.split(',').map((coding) => coding.trim().toLowerCase());
  if (codings.length > mostCodings) return 'unknown-encoding';
  let result = bytes;
  for (const coding of codings.reverse()) {
    const unpack = unpackers.get(coding);
    if (unpack === undefined) return 'unknown-encoding';
    try {
      result = await unpack(result, { maxOutputLength: limit });
    } catch (error) {
      return isTooLarge(error) ? 'too-large' : 'unknown-encoding';
    }
  }
  return result;
}

/** With the header of zlib, as the standard has it, or without, as many send it. */
async function deflated(bytes: Buffer, options: { maxOutputLength: number }): Promise<Buffer> {
  try {
    return await promisify(inflate)(bytes, options);
  } catch (error) {
    if (isTooLarge(error)) throw error;
    return promisify(inflateRaw)(bytes, options);
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
