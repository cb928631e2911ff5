import {
  BodyCollector,
  isBeforeConnected,
  NotSent,
  type HttpReply,
  type Transport,
} from './transport.js';

/** What every `fetch` can do: the platform's own, undici's, or one that wraps them. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Sends requests by a `fetch`; by the platform's, as it is when a request is sent, where none is given. */
export function fetchTransport(own?: Fetch): Transport {
  return async ({ method, origin, path, headers, body }, { signal, maxReplyBytes }) => {
    const init = { method, headers: { ...headers }, redirect: 'manual', signal } as const;
    let response: Response;
    try {
      response = await (own ?? fetch)(origin + path, body ? { ...init, body } : init);
    } catch (cause) {
      if (isBeforeConnected(cause)) throw new NotSent(cause);
      throw cause;
    }
    return readResponse(response, maxReplyBytes);
  };
}

/**
 * Answers requests in process, by a function from Request to Response such as a mock's or a web
 * framework's, without a socket.
 */
export function inProcessTransport(
  handler: (request: Request) => Response | Promise<Response>,
): Transport {
  return fetchTransport(async (url, init) => handler(new Request(url, init)));
}

async function readResponse(response: Response, maxReplyBytes: number): Promise<HttpReply> {
  const collector = new BodyCollector(maxReplyBytes);
  const reader = response.body?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece === undefined || piece.done) break;
      collector.add(piece.value as Uint8Array);
    }
  } catch (error) {
    // Whether the stream can still be told does not matter: the error says what is wrong.
    await reader?.cancel().catch(() => undefined);
    throw error;
  }
  const headers: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    // Of several to a name, each comes by itself.
    headers[name] = response.headers.get(name) ?? value;
  });
  return { status: response.status, headers, body: collector.whole() };
}
