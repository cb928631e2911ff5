import type { MockReply, MockRequest } from '../../../templates/runtime/mock/exchange.js';

/** A request that was answered, and its reply, as they passed by. It holds secrets as they were sent. */
export interface SeenExchange {
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  /** How long the answer took. */
  readonly milliseconds: number;
  readonly request: MockRequest;
  readonly reply: MockReply;
}
