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

/** What an attempt came by, also where it failed: what was sent last, and the reply to it. */
export interface Trace {
  body?: HttpRequest['body'] | undefined;
  reply?: HttpReply;
}

/** Sends a request through the interceptors, as through the layers of an onion, and waits no longer than the call may last. */
export function sendThrough(
  interceptors: readonly Interceptor[],
  transport: Transport,
  request: HttpRequest,
  deadline: Deadline,
  context: Omit<AttemptContext, 'signal'>,
  trace: Trace,
): Promise<HttpReply> {
  const layer = async (inner: HttpRequest, depth: number): Promise<HttpReply> => {
    const interceptor = interceptors[depth];
    if (interceptor === undefined) {
      trace.body = inner.body;
      const reply = transport(inner, deadline);
      return (trace.reply = await (transport.isPrompt ? reply : deadline.within(reply)));
    }
    const next = (changed: HttpRequest): Promise<HttpReply> => {
      const reply = layer(changed, depth + 1);
      // An interceptor may no longer be there to see it fail.
      reply.catch(() => undefined);
      return reply;
    };
    if (deadline.reason !== undefined) throw deadline.reason as Error;
    return deadline.within(interceptor(inner, next, { ...context, signal: deadline.signal }));
  };
  return layer(request, 0);
}
