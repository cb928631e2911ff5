import {
  BodyCollector,
  isBeforeConnected,
  NotSent,
  type HttpRequest,
  type Transport,
} from './transport.js';

/** What the client needs of a dispatcher of undici: an Agent, a Pool, a MockAgent. */
export interface UndiciDispatcher {
  request(options: HttpRequest & { readonly signal: AbortSignal }): Promise<{
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: AsyncIterable<Uint8Array> & { destroy?(): unknown };
  }>;
}

/** Sends requests by a dispatcher of undici. It stays the caller's, who closes it. */
export function undiciTransport(dispatcher: UndiciDispatcher): Transport {
  return async (request, { signal, maxReplyBytes }) => {
    const collector = new BodyCollector(maxReplyBytes);
    try {
      const { statusCode, headers, body } = await dispatcher.request({ ...request, signal });
      for await (const piece of body) collector.add(piece);
      return { status: statusCode, headers: joined(headers), body: collector.whole() };
    } catch (cause) {
      if (isBeforeConnected(cause)) throw new NotSent(cause);
      throw cause;
    }
  };
}

function joined(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]),
  );
}
