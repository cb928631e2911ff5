import { parsed } from './body.js';
import type { MockReply, MockRequest, Received } from './exchange.js';
import { readTarget } from './target.js';

/** A request that was answered, in the texts that it came and went in: they cost less to keep than what they say. */
export interface Answered
  extends Pick<Received, 'at' | 'endpoint' | 'cause' | 'faults'>, Pick<MockRequest, 'method'> {
  readonly target: string;
  readonly body: MockRequest['body'];
  readonly reply: MockReply;
}

interface Kept extends Answered {
  readonly number: number;
}

/** Characters of texts past which the oldest requests are let go, so that large ones do not fill the memory. */
const mostCharacters = 32 * 1024 * 1024;

/** The last requests that were answered, so many and no more. */
export class Journal {
  readonly #kept: Kept[] = [];
  readonly #most: number;
  readonly #observe: ((received: Received, reply: MockReply) => void) | undefined;
  #count = 0;
  #characters = 0;

  constructor(most: number, observe?: (received: Received, reply: MockReply) => void) {
    this.#most = Math.max(0, most);
    this.#observe = observe;
  }

  /** How many requests were answered. */
  get length(): number {
    return this.#count;
  }

  note(answered: Answered): void {
    const { at, method, target, endpoint, body, cause, reply, faults } = answered;
    const number = ++this.#count;
    const kept = { number, at, method, target, endpoint, body, cause, reply, faults };
    if (this.#most > 0) {
      this.#kept.push(kept);
      this.#characters += lengthOf(kept);
    }
    // Dropping many at once costs less than one at a time.
    if (this.#kept.length > 2 * this.#most) this.#drop(this.#kept.length - this.#most);
    while (this.#characters > mostCharacters) this.#drop(1);
    this.#observe?.(receivedOf(kept), reply);
  }

  /** The requests that are kept, oldest first; of one endpoint where a path is given. */
  list(endpoint: string | undefined): readonly Received[] {
    const last = this.#most === 0 ? [] : this.#kept.slice(-this.#most);
    return last
      .filter((kept) => endpoint === undefined || kept.endpoint === endpoint)
      .map(receivedOf);
  }

  reset(): void {
    this.#kept.length = 0;
    this.#count = 0;
    this.#characters = 0;
  }

  #drop(count: number): void {
    for (const dropped of this.#kept.splice(0, count)) this.#characters -= lengthOf(dropped);
  }
}

function lengthOf({ target, body, reply }: Kept): number {
  return target.length + (typeof body === 'string' ? body.length : 0) + reply.body.length;
}

function receivedOf({ target, body, reply, ...kept }: Kept): Received {
  const { path, query } = readTarget(target);
  const { status } = reply;
  const said = status === 200 ? parsed(reply.body) : reply.body;
  return { ...kept, path, query, body: parsed(body), status, reply: said };
}
