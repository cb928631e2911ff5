import type { MockRule } from './answer.js';
import type { MockReply, MockRequest, OtherCause, Received } from './exchange.js';
import type { WorldData } from './world/data.js';

/** A game as the mock knows it: its appid, and the keys by the value of encode that chooses them. */
export interface MockApp {
  /**
   * Guests and Apple players, whose appid has a prefix before it, are let in by the same keys, unless there
   * is an app with the prefix.
   */
  readonly appid: string;
  readonly appkey?: string;
  readonly msdkkey?: string;
}

/** What a scenario file may say. */
export interface Scenario {
  readonly apps?: readonly MockApp[];
  /** Accept any appid and any signature. Without apps this is so anyway. */
  readonly anyKey?: boolean;
  /** What is made up follows from it: the same seed, the same world. 1 without it. */
  readonly seed?: number;
  /** The time at which the clock starts, as `2026-01-31T12:00:00Z`; the real time without it. */
  readonly clock?: string;
  /** Whether players and tokens that the world does not hold are taken in (the default) or refused. */
  readonly strangers?: 'adopt' | 'refuse';
  /** Requests of a player within a second before the rest are refused; without it there is no limit. */
  readonly requestsPerSecond?: number;
  /** Whether the documented limits on messages a day and a week hold; they do without it. */
  readonly shareLimits?: boolean;
  /** Take every member in its declared type only, and not in the forms that callers have been seen to send. */
  readonly strictTypes?: boolean;
  /** Answer from what happened (the default), or with the first example of the endpoint each time. */
  readonly replies?: 'state' | 'examples';
  /** The world at the start, in place of the one that is made up. */
  readonly world?: WorldData;
  readonly rules?: readonly MockRule[];
}

/** How a mock is made. */
export interface MockOptions extends Scenario {
  /** How many of the last requests are kept to be looked at; 1000 without it. */
  readonly keep?: number;
  /** Is told of each request once it is answered, and of the reply that is to be sent. */
  readonly observe?: (received: Received, reply: MockReply) => void;
}

/** What a program's own handler is given. */
export interface HandledRequest {
  readonly endpoint: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Unix milliseconds by the mock's clock. */
  readonly now: number;
}

/** A program's own answer to an endpoint: a reply, or undefined to let the state answer. */
export type MockHandler = (
  request: HandledRequest,
) =>
  | Readonly<Record<string, unknown>>
  | undefined
  | Promise<Readonly<Record<string, unknown>> | undefined>;

/** The mock's time. It runs like the real one until it is set, and may be moved on at will. */
export interface MockClock {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Throws a RangeError for what is no finite number, as `set` does. */
  readonly advance: (milliseconds: number) => void;
  /** Stops the clock at a time, in Unix milliseconds; only `advance` and `set` move it from then on. */
  readonly set: (milliseconds: number) => void;
  /** Lets it run on from where it stands. */
  readonly run: () => void;
}

/** A mock of the server. */
export interface Mock {
  /** Answers a request as the server would. It takes what any `fetch` takes. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Answers what a server of any kind has received. */
  readonly answer: (request: MockRequest) => MockReply | Promise<MockReply>;
  readonly clock: MockClock;
  /** The requests answered since the start or the last reset, oldest first; of one endpoint where a path is given. */
  readonly received: (endpoint?: string) => readonly Received[];
  /** Notes a request that another has answered, so that it is among those received. */
  readonly note: (request: MockRequest, reply: MockReply, cause: OtherCause) => void;
  /** Answers an endpoint by a function; gives back what takes it off again. Throws a `ScenarioError` for an unknown one. */
  readonly handle: (endpoint: string, handler: MockHandler) => () => void;
  /** Puts a rule before the others; gives back what takes it off again. Throws a `ScenarioError` for one that cannot be. */
  readonly rule: (rule: MockRule) => () => void;
  /** Everything that the mock remembers. */
  readonly snapshot: () => WorldData;
  /** Puts a world in place of the one there is. Throws a `ScenarioError` where it has not that shape. */
  readonly restore: (world: WorldData) => void;
  /** Back to the start: world, clock, rules, handlers and received requests. */
  readonly reset: () => void;
}
