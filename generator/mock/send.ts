import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockReply } from '../../templates/runtime/mock/exchange.js';

/** What Node's timers can wait at most. */
const longestDelay = 2 ** 31 - 1;

/** A request and its reply on the wire. */
export interface Wire {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Sends a reply when its delay is over, unless the client has gone. Tells what could not be sent. */
export function sendLater(wire: Wire, reply: MockReply, failed: (error: unknown) => void): void {
  const go = (): void => {
    try {
      send(wire, reply);
    } catch (error) {
      failed(error);
    }
  };
  if (reply.delay === undefined || reply.delay <= 0) return go();
  const timer = setTimeout(go, Math.min(reply.delay, longestDelay));
  wire.response.once('close', () => clearTimeout(timer));
}

function send({ request, response }: Wire, { status, headers, body, cut }: MockReply): void {
  if (cut === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const bytes = cut === 'truncate' ? Buffer.from(body) : undefined;
  response.writeHead(status, [
    ...pairsOf(headers),
    'content-length',
    bytes?.length ?? Buffer.byteLength(body),
  ]);
  if (bytes === undefined) response.end(body);
  else sendHalf({ request, response }, bytes);
}

const known = new WeakMap<MockReply['headers'], readonly string[]>();

/** Headers as a list of names and values, which Node takes as it is. Most replies share theirs. */
function pairsOf(headers: MockReply['headers']): readonly string[] {
  const before = known.get(headers);
  if (before !== undefined) return before;
  const pairs = Object.entries(headers).flat();
  known.set(headers, pairs);
  return pairs;
}

function sendHalf({ request, response }: Wire, bytes: Buffer): void {
  response.flushHeaders();
  response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroySoon());
}

/** Answers in place of a reply that could not be had, in plain words. */
export function sendFailure({ request, response }: Wire): void {
  if (response.headersSent) {
    request.socket.destroy();
    return;
  }
  const text = 'The mock failed at this request; its log says how.\n';
  response.writeHead(500, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': text.length,
  });
  response.end(text);
}
