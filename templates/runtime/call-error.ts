import type { CallError } from './api-error.js';
import { AbortedError, MsdkError, NetworkError, ReplyError, TimeoutError } from './errors.js';
import type { ReadyCall } from './prepare.js';
import { masked, safeCause } from './secrets.js';
import { NotSent, ReplyRefused } from './transport/transport.js';

/** What a call failed with, as one of the errors that calls end in. Its cause shows none of the secrets. */
export function callErrorOf(
  { operation: { path }, call, deadline }: ReadyCall,
  error: unknown,
  secrets: readonly string[],
): CallError {
  if (error instanceof MsdkError) return error as CallError;
  const cause = safeCause(error instanceof NotSent ? error.cause : error, secrets);
  if (deadline.reason !== undefined)
    return call.signal?.aborted && call.signal.reason === deadline.reason
      ? new AbortedError(path, 'aborted', { cause: deadline.reason })
      : new TimeoutError(path, `no reply within ${deadline.milliseconds} ms`, { cause });
  if (error instanceof ReplyRefused)
    return new ReplyError(path, masked(error.message, secrets), '');
  const isSent = !(error instanceof NotSent);
  const what = isSent ? 'connection failed' : 'no connection';
  return new NetworkError(path, what + codeOf(cause), isSent, { cause });
}

/** The system's code of an error or of its cause, where it has one: `ECONNREFUSED`. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return ` (${code})`;
  return cause === undefined ? '' : codeOf(cause);
}
