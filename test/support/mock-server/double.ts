import type { MockReply, MockRequest, Received } from '../../../templates/runtime/mock/exchange.js';
import type { Mock, MockOptions } from '../../../templates/runtime/mock/options.js';
import type { WorldData } from '../../../templates/runtime/mock/world/data.js';
import { ScenarioError } from '../../../templates/runtime/mock/scenario-error.js';

/** How a double answers what is asked of it. */
export type Answering = (request: MockRequest) => MockReply | Promise<MockReply>;

/** A reply of JSON. */
export const jsonReply = (body: object, more: Partial<MockReply> = {}): MockReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: `${JSON.stringify(body)}\n`,
  ...more,
});

/** Answers with what it was asked. */
export const echo: Answering = ({ method, target, body }) =>
  jsonReply({ ret: 0, msg: '', method, target, body });

/** A mock that keeps the interface's promises, answers as it is told, and has a world that is only kept. */
export function doubleOf(answering: Answering = echo, options: MockOptions = {}): Mock {
  let [world, stopped, moved] = [{} as WorldData, undefined as number | undefined, 0];
  let received: Received[] = [];
  const now = (): number => stopped ?? Date.now() + moved;
  const note = (request: MockRequest, reply: MockReply): MockReply => {
    const [path = '', query = ''] = request.target.split('?');
    const one: Received = {
      number: received.length + 1,
      at: now(),
      method: request.method,
      path,
      endpoint: path.startsWith('/auth/') ? path : undefined,
      query: Object.fromEntries(new URLSearchParams(query)),
      body: typeof request.body === 'string' ? parsed(request.body) : undefined,
      cause: 'state',
      status: reply.status,
      reply: parsed(reply.body),
      faults: [...(reply.delay === undefined ? [] : ['delay']), ...(reply.cut ? [reply.cut] : [])],
    };
    received.push(one);
    options.observe?.(one, reply);
    return reply;
  };
  return {
    fetch: () => Promise.reject(new Error('not here')),
    answer: (request) => {
      const reply = answering(request);
      return reply instanceof Promise
        ? reply.then((whole) => note(request, whole))
        : note(request, reply);
    },
    clock: {
      now,
      advance: (by) => {
        if (stopped === undefined) moved += by;
        else stopped += by;
      },
      set: (to) => void (stopped = to),
      run: () => void (stopped = undefined),
    },
    received: (endpoint) => received.filter((one) => !endpoint || one.endpoint === endpoint),
    note: () => undefined,
    handle: () => () => undefined,
    rule: (rule) => {
      if (typeof rule.endpoint !== 'string')
        throw new ScenarioError([{ pointer: '/endpoint', message: 'is missing' }]);
      return () => undefined;
    },
    snapshot: () => world,
    restore: (next) => {
      if (next.players !== undefined && !Array.isArray(next.players))
        throw new ScenarioError([{ pointer: '/players', message: 'must be an array' }]);
      world = next;
    },
    reset: () => {
      [world, stopped, moved, received] = [{}, undefined, 0, []];
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === '' ? undefined : text;
  }
}

/** What the command loads, with this in place of the engine. */
export const createMock = (options: MockOptions): Mock => doubleOf(echo, options);
