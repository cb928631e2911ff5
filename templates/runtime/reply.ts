import { apiErrorOf, type Explain } from './api-error.js';
import { HttpError, MsdkError, ReplyError } from './errors.js';
import { integerOf } from './failure.js';
import { parseJson, Unreadable } from './json.js';
import type { AnyOperation } from './operation.js';
import { readObject } from './shape.js';
import type { HttpReply } from './transport/transport.js';

/** A reply's text, and what it says. */
export interface ReadReply {
  readonly text: string;
  readonly data: object;
}

/**
 * Reads a reply: what the endpoint answers, in its declared types. Throws an {@link HttpError} for a
 * status other than 200, a {@link ReplyError} for what is no reply, an `ApiError` for one that reports
 * a failure.
 */
export function readReply(
  operation: AnyOperation,
  { status, body }: HttpReply,
  mask: (text: string) => string,
  explain: Explain | undefined,
): ReadReply {
  const { path, reply } = operation;
  const shown = (): string => new TextDecoder().decode(body);
  if (status !== 200) throw new HttpError(path, status, shown());
  try {
    // A reply is UTF-8 (server-en:78), whatever a header says.
    const text = strict.decode(body);
    const members = parseJson(text) as Readonly<Record<string, unknown>> | null;
    const ret = integerOf(members?.['ret']);
    if (members === null || ret === undefined) throw new Unreadable('/ret', 'an integer');
    if (ret !== 0) throw apiErrorOf(operation, ret, members, mask, explain);
    return { text, data: readObject(members, reply) };
  } catch (error) {
    if (error instanceof MsdkError) throw error;
    // The platform's own words quote the text, and so perhaps a token.
    const ours = error instanceof Unreadable ? error : new Unreadable('', 'JSON in UTF-8');
    throw new ReplyError(path, ours.message, shown(), ours.pointer || undefined);
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });
