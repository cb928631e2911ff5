import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockReply, Received } from '../../templates/runtime/mock/exchange.js';
import type { Mock } from '../../templates/runtime/mock/options.js';
import { readBody, type BodyText } from './body.js';
import { sendFailure, sendLater, type Wire } from './send.js';
import { connectionAsked } from './target.js';

/** Who is told of each request and of what went wrong. */
export interface Witness {
  /** What the mock said of the request that it answered last. */
  readonly lastReceived: () => Received | undefined;
  readonly answered: (received: Received, milliseconds: number) => void;
  readonly failed: (method: string, target: string, error: unknown) => void;
}

/** What the handling of the protocol needs of the server around it. */
export interface ProtocolOptions {
  readonly mock: Mock;
  readonly maxBody: number;
  readonly witness: Witness | undefined;
  /** Whether the server is about to stop, so that no connection is kept. */
  readonly isStopping: () => boolean;
}

/** Answers a request of the protocol by the mock. Whatever goes wrong there, the server lives on. */
export type ProtocolHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  target: string,
) => void;

/** Makes the handler: bytes become a request for the mock, and its reply bytes. */
export function protocolHandler(options: ProtocolOptions): ProtocolHandler {
  const { mock, maxBody, witness, isStopping } = options;
  return (request, response, target) => {
    const began = performance.now();
    const wire: Wire = { request, response };
    const { method = '' } = request;
    const failed = (error: unknown): void => {
      witness?.failed(method, target, error);
      sendFailure(wire);
    };
    const settle = (reply: MockReply): void => {
      const received = witness?.lastReceived();
      if (received !== undefined) witness?.answered(received, performance.now() - began);
      keepOrClose(wire, target, isStopping());
      sendLater(wire, reply, failed);
    };
    readBody(request, maxBody, (body) => {
      try {
        const reply = mock.answer(mockRequest(request, method, target, body));
        if (reply instanceof Promise) reply.then(settle).catch(failed);
        else settle(reply);
      } catch (error) {
        failed(error);
      }
    });
  };
}

function mockRequest(request: IncomingMessage, method: string, target: string, body: BodyText) {
  const header = (name: string): string | undefined => {
    if (!Object.hasOwn(request.headers, name)) return undefined;
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  return { method, target, header, body };
}

/** The query may ask to keep or to close the connection; who says `Connection: close` is believed first. */
function keepOrClose({ request, response }: Wire, target: string, isStopping: boolean): void {
  const asked = connectionAsked(target);
  if (isStopping || asked === 'close') response.shouldKeepAlive = false;
  else if (asked === 'keep' && !/\bclose\b/i.test(request.headers.connection ?? ''))
    response.shouldKeepAlive = true;
}
