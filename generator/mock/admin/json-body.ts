import type { IncomingMessage } from 'node:http';
import { readBody, type BodyText } from '../body.js';

/** A body's value, or the status and the words by which it is refused. */
export type JsonBody =
  { readonly value: unknown } | { readonly refused: 400 | 413; readonly reason: string };

/** Reads a body that has to be JSON. */
export async function readJson(request: IncomingMessage, limit: number): Promise<JsonBody> {
  const body = await new Promise<BodyText>((settle) => readBody(request, limit, settle));
  if (typeof body !== 'string')
    return body.unreadable === 'too-large'
      ? { refused: 413, reason: `it has more than ${limit} bytes; --max-body allows more` }
      : { refused: 400, reason: `the body cannot be read: ${body.unreadable}` };
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    // The parser's own words would quote what may be secret.
    return { refused: 400, reason: 'the body is not JSON' };
  }
}
