import { apiErrorOf, integerOf, type Explain } from './api-error.js';
import { HttpError, ReplyError } from './errors.js';
import { AmbiguousJson, parseJson } from './json.js';
import type { AnyOperation } from './operation.js';
import { readObject, Unreadable } from './shape.js';
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
  if (status !== 200) throw new HttpError(path, status, new TextDecoder().decode(body));
  const text = textOf(path, body);
  const members = parseObject(path, text);
  const ret = Object.hasOwn(members, 'ret') ? integerOf(members['ret']) : undefined;
  if (ret === undefined) throw new ReplyError(path, 'the reply has no ret', text, '/ret');
  if (ret !== 0) throw apiErrorOf(operation, ret, members, mask, explain);
  try {
    return { text, data: readObject(members, reply) };
  } catch (error) {
    if (error instanceof Unreadable) throw new ReplyError(path, error.message, text, error.pointer);
    throw error;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** A reply is UTF-8 (server-en:77), whatever a header says. */
function textOf(path: string, bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new ReplyError(path, 'the reply is not UTF-8', new TextDecoder().decode(bytes));
  }
}

function parseObject(path: string, text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    // The platform's own words quote the text, and so perhaps a token.
    const reason = error instanceof AmbiguousJson ? error.message : 'the reply is not JSON';
    throw new ReplyError(path, reason, text);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ReplyError(path, 'the reply is not an object', text);
  return value as Readonly<Record<string, unknown>>;
}
