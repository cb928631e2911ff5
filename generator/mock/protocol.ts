import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockReply, Received } from '../../templates/runtime/mock/exchange.js';
import type { Answerer } from './answerer.js';
import type { ProxiedRequest } from './proxy/proxy.js';
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
        const reply = answerer.answer(new WireRequest(method, target, body, request.headers));
        if (reply instanceof Promise) reply.then(settle).catch(failed);
        else settle(reply);
      } catch (error) {
        failed(error);
      }
    });
  };
}

/** A request as it came over the wire. */
class WireRequest implements ProxiedRequest {
  readonly method: string;
  readonly target: string;
  readonly body: BodyText;
  readonly #headers: IncomingMessage['headers'];

  constructor(method: string, target: string, body: BodyText, headers: IncomingMessage['headers']) {
    this.method = method;
    this.target = target;
    this.body = body;
    this.#headers = headers;
  }

  readonly header = (name: string): string | undefined =>
    Object.hasOwn(this.#headers, name) ? textOf(this.#headers[name]) : undefined;

  /** All of them, which only who passes them on needs. */
  get headers(): Readonly<Record<string, string | undefined>> {
    const entries = Object.entries(this.#headers);
    return Object.fromEntries(entries.map(([name, value]) => [name, textOf(value)]));
  }
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
