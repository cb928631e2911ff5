import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { MockRequest, Unreadable } from '../../templates/runtime/mock/exchange.js';
import { unpacked } from './encoding.js';

/** The text of a body, or why there is none. */
export type BodyText = MockRequest['body'];

/**
 * Reads a body and hands over its text. What is over the limit is read to its end and thrown away, so
 * that the sender comes to read the answer. Who leaves in the middle is never handed over.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  done: (body: BodyText) => void,
): void {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) {
    done('');
    return;
  }
  const encoding = headers['content-encoding'];
  const parts: Buffer[] = [];
  let size = 0;
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (size <= limit) parts.push(part);
    else parts.length = 0;
  });
  request.on('error', () => void (parts.length = 0));
  request.on('end', () => {
    if (size > limit) return done({ unreadable: 'too-large' });
    const [only] = parts;
    const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
    if (encoding === undefined || size === 0) return done(textOf(bytes));
    void unpacked(bytes, encoding, limit).then((result) => done(textOf(result)));
  });
}

function textOf(bytes: Buffer | Unreadable): BodyText {
  if (typeof bytes === 'string') return { unreadable: bytes };
  return isUtf8(bytes) ? bytes.toString('utf8') : { unreadable: 'not-utf-8' };
}
