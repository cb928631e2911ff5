import { Frequency } from './admission.js';
import { createClock } from './clock.js';
import { decide, type Asked, type Decided, type EngineParts } from './engine.js';
import type { MockReply, MockRequest } from './exchange.js';
import { faultNames, spoiled } from './faults.js';
import { answerFetch } from './fetch.js';
import { finished, passedThrough } from './finish.js';
import { Journal } from './journal.js';
import type { MockOperation } from './operation.js';
import type { Mock, MockHandler, MockOptions } from './options.js';
import { readPreference } from './prefer.js';
import { parsed } from './body.js';
import { Rules } from './rules.js';
import { ruleProblems, scenarioProblems, worldProblems } from './scenario-check.js';
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
    const asked = {
      operation: byPath.get(path) ?? byPath.get(normalPath(path, aliases)),
      query,
      body: request.body,
      value: parsed(request.body),
      preference: readPreference(request.header('prefer')),
      now: clock.now(),
    };
    const decided = decide(asked, world, parts);
    return decided instanceof Promise
      ? decided.then((late) => replyTo(request, asked, late))
      : replyTo(request, asked, decided);
  }

  function replyTo({ method, target }: MockRequest, asked: Asked, decided: Decided): MockReply {
    const { operation, query, body, now } = asked;
    const { members, cause, answer: wanted } = decided;
    const sent = members === undefined ? undefined : passedThrough(members, query, wanted);
    const whole = sent === undefined ? { ...nothingSuch } : finished(sent, query, operation);
    const reply =
      wanted === undefined || sent === undefined
        ? whole
        : spoiled(whole, wanted, `${seed}:${target}:${journal.length}`);
    journal.note({
      at: now,
      method,
      target,
      endpoint: operation?.path,
      body,
      cause,
      reply,
      faults: wanted === undefined ? noFaults : faultNames(wanted),
    });
    return reply;
  }

  return {
    answer,
    fetch: (input, init) => answerFetch({ answer }, input, init),
    clock,
    received: (endpoint) => journal.list(endpoint),
    note(request, reply, cause) {
      const { method, target, body } = request;
      const endpoint = byPath.get(normalPath(readTarget(target).path, aliases))?.path;
      journal.note({
        at: clock.now(),
        method,
        target,
        endpoint,
        body,
        cause,
        reply,
        faults: noFaults,
      });
    },
    handle(endpoint, handler) {
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

const nothingSuch: MockReply = {
  status: 400,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'the endpoint documents no such reply\n',
};
