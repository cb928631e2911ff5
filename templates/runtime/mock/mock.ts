import { Frequency } from './admission.js';
import type { MockAnswer } from './answer.js';
import { createClock } from './clock.js';
import { decide, type Asked, type Decided, type EngineParts } from './engine.js';
import type { MockReply, MockRequest } from './exchange.js';
import { faultNames, spoiled } from './faults.js';
import { answerFetch } from './fetch.js';
import { finished, passedThrough } from './finish.js';
import { Journal, type Answered } from './journal.js';
import type { MockOperation } from './operation.js';
import type { Mock, MockHandler, MockOptions } from './options.js';
import { PreferenceError, readPreference } from './prefer.js';
import { parsed } from './body.js';
import { Rules } from './rules.js';
import {
  endpointProblems,
  ruleProblems,
  scenarioProblems,
  worldProblems,
} from './scenario-check.js';
import { ScenarioError, type ScenarioProblem } from './scenario-error.js';
import { normalPath, readTarget, type ModuleAliases } from './target.js';
import type { WorldData } from './world/data.js';
import { World } from './world/world.js';

/** Makes a mock of these endpoints. Throws a `ScenarioError` for options that cannot be. */
export function mockOf(
  operations: readonly MockOperation[],
  aliases: ModuleAliases,
  options: MockOptions = {},
): Mock {
  const { keep = 1000, observe, ...scenario } = options;
  refuse(scenarioProblems(scenario, operations));
  const { apps = [], seed = 1 } = scenario;
  const byPath = new Map(operations.map((operation) => [operation.path, operation]));
  const clock = createClock(options.clock === undefined ? undefined : Date.parse(options.clock));
  const journal = new Journal(keep, observe);
  const ownHandlers = new Map<string, MockHandler>();
  const rules = new Rules(options.rules ?? []);
  const parts: EngineParts = {
    admission: {
      anyKey: options.anyKey ?? apps.length === 0,
      apps: new Map(apps.map((app) => [app.appid, app])),
    },
    frequency: new Frequency(options.requestsPerSecond),
    rules,
    ownHandlers,
    strictTypes: options.strictTypes ?? false,
    shareLimits: options.shareLimits ?? true,
    fromExamples: options.replies === 'examples',
  };
  const worldOf = (data: WorldData | undefined): World =>
    new World({ seed, adopts: options.strangers !== 'refuse', clock, data });
  let world = worldOf(options.world);

  function answer(request: MockRequest): MockReply | Promise<MockReply> {
    const { path, query } = readTarget(request.target);
    const operation = byPath.get(path) ?? byPath.get(normalPath(path, aliases));
    const preference = preferenceOf(request);
    if (typeof preference === 'string') {
      const reply = refusalOf(`Prefer: ${preference}`);
      return noted(request, operation, { reply, cause: 'preference' });
    }
    const { body } = request;
    const asked = { operation, query, body, value: parsed(body), preference, now: clock.now() };
    const decided = decide(asked, world, parts);
    return decided instanceof Promise
      ? decided.then((late) => replyTo(request, asked, late))
      : replyTo(request, asked, decided);
  }

  function replyTo(request: MockRequest, { operation, query }: Asked, decided: Decided): MockReply {
    const { members, cause, answer: wanted } = decided;
    if (members === undefined) {
      const reply = refusalOf(`the endpoint documents no such reply: ${JSON.stringify(wanted)}`);
      return noted(request, operation, { reply, cause });
    }
    const whole = finished(passedThrough(members, query, wanted), query, operation);
    if (wanted === undefined) return noted(request, operation, { reply: whole, cause });
    const reply = spoiled(whole, wanted, `${seed}:${request.target}:${journal.length}`);
    return noted(request, operation, { reply, cause, faults: faultNames(wanted) });
  }

  function noted(
    { method, target, body }: MockRequest,
    operation: MockOperation | undefined,
    { reply, cause, faults = noFaults }: Pick<Answered, 'reply' | 'cause'> & Partial<Answered>,
  ): MockReply {
    const endpoint = operation?.path;
    journal.note({ at: clock.now(), method, target, endpoint, body, cause, reply, faults });
    return reply;
  }

  return {
    answer,
    fetch: (input, init) => answerFetch({ answer }, input, init),
    clock,
    received: (endpoint) => journal.list(endpoint),
    note(request, reply, cause) {
      noted(request, byPath.get(normalPath(readTarget(request.target).path, aliases)), {
        reply,
        cause,
      });
    },
    handle(endpoint, handler) {
      refuse(endpointProblems(endpoint, operations));
      if (endpoint === '*') refuse([{ pointer: '', message: 'a handler is for one endpoint' }]);
      ownHandlers.set(endpoint, handler);
      return () => void ownHandlers.delete(endpoint);
    },
    rule(rule) {
      refuse(ruleProblems(rule, operations));
      return rules.add(rule);
    },
    snapshot: () => world.toJSON(),
    restore(data) {
      refuse(worldProblems(data));
      world = worldOf(structuredClone(data));
    },
    reset() {
      clock.reset();
      world = worldOf(options.world);
      rules.reset();
      ownHandlers.clear();
      journal.reset();
    },
  };
}

function refuse(problems: readonly ScenarioProblem[]): void {
  if (problems.length > 0) throw new ScenarioError(problems);
}

const noFaults: readonly string[] = [];

/** What a request prefers, or what is wrong with that. */
function preferenceOf(request: MockRequest): MockAnswer | string | undefined {
  try {
    return readPreference(request.header('prefer'));
  } catch (error) {
    if (error instanceof PreferenceError) return error.message;
    throw error;
  }
}

/** What the service has nothing like: a test asked for what there is not. */
function refusalOf(reason: string): MockReply {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 400, headers, body: `${reason}\n` };
}
