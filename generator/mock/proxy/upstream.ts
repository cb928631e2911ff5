import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { MockReply } from '../../../templates/runtime/mock/exchange.js';
import { decodedReply } from './decode-reply.js';
import { returnedHeaders } from './headers.js';
import { UpstreamError, type UpstreamFault } from './upstream-error.js';

/** What is sent to the service. */
export interface Forwarded {
  readonly method: string;
  /** A path that starts with a slash, and its query, as they were sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What bounds an answer of the service. */
export interface UpstreamLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Connections that are idle for longer are closed by us, before the service may do so while we send. */
const idleMs = 4_000;

/** The one service to which requests are forwarded, over connections that are kept. */
export class Upstream {
  readonly #target: URL;
  readonly #limits: UpstreamLimits;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(target: URL, limits: UpstreamLimits) {
    this.#target = target;
    this.#limits = limits;
    const options = { keepAlive: true, timeout: idleMs };
    this.#agent = target.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /**
   * Sends a request, once, and reads its reply, whatever its status. Throws an `UpstreamError` where none
   * comes in time or none can be read.
   */
  send({ method, path, headers, body }: Forwarded): Promise<MockReply> {
    const { protocol, hostname, port, pathname } = this.#target;
    const start = protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      let isLate = false;
      let isAnswered = false;
      const fail = (error: unknown): void =>
        reject(isLate ? new UpstreamError('time-out') : upstreamError(error));
      try {
        const bytes = Buffer.from(body);
        const isBare = bytes.length === 0 && (method === 'GET' || method === 'HEAD');
        const request = start({
          agent: this.#agent,
          method,
          hostname: hostname.replace(/^\[|\]$/g, ''),
          port,
          path: pathname.replace(/\/+$/, '') + path,
          headers: { ...headers, ...(isBare ? {} : { 'content-length': String(bytes.length) }) },
        });
        const late = setTimeout(() => {
          isLate = true;
          request.destroy(new UpstreamError('time-out'));
        }, this.#limits.timeoutMs);
        request.on('error', fail);
        request.once('close', () => {
          clearTimeout(late);
          // A connection that was given over to something else than a reply.
          if (!isAnswered) fail(new UpstreamError({ code: 'ECONNRESET' }));
        });
        request.once('response', (reply) => {
          isAnswered = true;
          this.#read(reply).then(resolve, (error: unknown) => {
            fail(error);
            request.destroy();
          });
        });
        request.end(bytes);
      } catch {
        fail(new UpstreamError('bad-request'));
      }
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #read(reply: IncomingMessage): Promise<MockReply> {
    const { maxBytes } = this.#limits;
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > maxBytes) throw new UpstreamError('too-large');
      chunks.push(chunk);
    }
    const encoding = reply.headers['content-encoding'];
    const body = await decodedReply(Buffer.concat(chunks), encoding, maxBytes);
    return { status: reply.statusCode ?? 502, headers: returnedHeaders(reply.headers), body };
  }
}

function upstreamError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const { code = 'ECONNRESET' } = error as NodeJS.ErrnoException;
  const fault: UpstreamFault = { code };
  return new UpstreamError(fault);
}
