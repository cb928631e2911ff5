import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { UpstreamError } from './upstream-error.js';

const decoders: Readonly<
  Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  'x-gzip': promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
};

/** The text of a reply that may be compressed, of at most so many bytes. */
export async function decodedReply(
  bytes: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<string> {
  let plain = bytes;
  for (const name of codings(encoding).reverse()) {
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
    if (decode === undefined) throw new UpstreamError('bad-encoding');
    plain = await decode(plain, { maxOutputLength: maxBytes }).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      throw new UpstreamError(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'bad-encoding');
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
  } catch {
    throw new UpstreamError('not-utf-8');
  }
}

function codings(encoding = ''): string[] {
  return encoding
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
}
