import type { Deadline } from './deadline.js';
import type { HttpReply, HttpRequest, Transport } from './transport/transport.js';

/** Where an interceptor stands. */
export interface AttemptContext {
  readonly endpoint: string;
  /** The operation's name, such as `relation.qqprofile`. */
  readonly operation: string;
  /** From 1. */
  readonly attempt: number;
  /** Aborted when the call is over. */
  readonly signal: AbortSignal;
}

/**
 * Stands around an attempt: may change the request, send it by `next`, answer in its place, or change
 * the reply. It sees the request as it is, with its secrets.
 */
export type Interceptor = (
  request: HttpRequest,
  next: (request: HttpRequest) => Promise<HttpReply>,
  context: AttemptContext,
) => Promise<HttpReply>;

/** Sends a request through the interceptors, as through the layers of an onion, and waits no longer than the call may last. */
export function sendThrough(
  interceptors: readonly Interceptor[],
  transport: Transport,
  request: HttpRequest,
  deadline: Deadline,
  context: Omit<AttemptContext, 'signal'>,
): Promise<HttpReply> {
  if (interceptors.length === 0) {
    const reply = transport(request, deadline);
    return transport.isPrompt === true ? reply : deadline.within(reply);
  }
  const { signal } = deadline;
  const layer = async (inner: HttpRequest, depth: number): Promise<HttpReply> => {
    signal.throwIfAborted();
    const next = (changed: HttpRequest): Promise<HttpReply> => {
      const reply = layer(changed, depth + 1);
      // An interceptor may no longer be there to see it fail.
      reply.catch(() => undefined);
      return reply;
    };
    return interceptors[depth]?.(inner, next, { ...context, signal }) ?? transport(inner, deadline);
  };
  return deadline.within(layer(request, 0));
}
