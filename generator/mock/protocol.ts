import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockReply, Received } from '../../templates/runtime/mock/exchange.js';
import type { Answerer } from './answerer.js';
import { readBody, type BodyText } from './body.js';
import { sendFailure, sendLater, type Wire } from './send.js';
import { connectionAsked } from './target.js';

/** Who is told of each request and of what went wrong. */
export interface Witness {
  /** What the mock said of the request that it answered with this reply. */
  readonly receivedOf: (reply: MockReply) => Received | undefined;
  readonly answered: (received: Received, milliseconds: number) => void;
  readonly failed: (method: string, target: string, error: unknown) => void;
}

/** What the handling of the protocol needs of the server around it. */
export interface ProtocolOptions {
  readonly answerer: Answerer;
  readonly maxBody: number;
  readonly witness: Witness | undefined;
  /** Whether the server is about to stop, so that no connection is kept. */
  readonly isStopping: () => boolean;
}

/** Answers a request of the protocol by an answerer. Whatever goes wrong there, the server lives on. */
export type ProtocolHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
) => void;

/** Makes the handler: bytes become a request for the mock, and its reply bytes. */
export function protocolHandler(options: ProtocolOptions): ProtocolHandler {
  const { answerer, maxBody, witness, isStopping } = options;
  return (request, response, target) => {
    const began = performance.now();
    const wire: Wire = { request, response };
    const { method = '' } = request;
    const failed = (error: unknown): void => {
      witness?.failed(method, target, error);
      sendFailure(wire);
    };
    const settle = (reply: MockReply): void => {
      const received = witness?.receivedOf(reply);
      if (received !== undefined) witness?.answered(received, performance.now() - began);
      keepOrClose(wire, target, isStopping());
      sendLater(wire, reply, failed);
    };
    readBody(request, maxBody, (body) => {
      try {
        const reply = answerer.answer(requestOf(request, method, target, body));
        if (reply instanceof Promise) reply.then(settle).catch(failed);
        else settle(reply);
      } catch (error) {
        failed(error);
      }
    });
  };
}

function requestOf(request: IncomingMessage, method: string, target: string, body: BodyText) {
  const { headers } = request;
  const header = (name: string): string | undefined =>
    Object.hasOwn(headers, name) ? textOf(headers[name]) : undefined;
  return {
    method,
    target,
    header,
    // Only who passes them on needs all of them.
    get headers() {
      return Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, textOf(value)]),
      );
    },
    body,
  };
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The query may ask to keep or to close the connection; who says `Connection: close` is believed first. */
function keepOrClose({ request, response }: Wire, target: string, isStopping: boolean): void {
  const asked = connectionAsked(target);
  if (isStopping || asked === 'close') response.shouldKeepAlive = false;
  else if (asked === 'keep' && !/\bclose\b/i.test(request.headers.connection ?? ''))
    response.shouldKeepAlive = true;
}
