import type { MockReply, MockRequest } from './exchange.js';
import type { Mock } from './options.js';

/** Answers a `Request` in process: what goes wrong on the way goes wrong here, too. */
export async function answerFetch(
  { answer }: Pick<Mock, 'answer'>,
  input: string | URL | Request,
  init: RequestInit | undefined,
): Promise<Response> {
  const request = new Request(input, init);
  request.signal.throwIfAborted();
  const { pathname, search } = new URL(request.url);
  const reply = await answer({
    method: request.method,
    target: `${pathname}${search}`,
    header: (name) => request.headers.get(name) ?? undefined,
    body: await readText(request),
  });
  await waited(reply.delay ?? 0, request.signal);
  if (reply.cut === 'reset')
    throw new TypeError('fetch failed', {
      cause: Object.assign(new Error('the mock broke the connection'), { code: 'ECONNRESET' }),
    });
  return responseOf(reply, request.method);
}

async function readText(request: Request): Promise<MockRequest['body']> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { unreadable: 'not-utf-8' };
  }
}

function waited(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

function responseOf({ status, headers, body, cut }: MockReply, method: string): Response {
  const init = { status, headers: { ...headers } };
  if (method === 'HEAD') return new Response(null, init);
  if (cut === undefined) return new Response(body, init);
  const half = new TextEncoder().encode(body.slice(0, body.length / 2));
  let isSent = false;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new TypeError('terminated'));
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(broken, init);
}
