import type { Delay, Fault, MockAnswer, MockRule } from '../answer.js';
import type { MockApp, Scenario } from '../options.js';
import {
  choice,
  flag,
  jsonObject,
  list,
  needed,
  object,
  record,
  text,
  whole,
  words,
} from './build.js';
import type { NumberShape, Shape } from './shape.js';
import { worldShape } from './world-shape.js';

/** The longest that a timer of JavaScript waits. */
const longestWait = 2 ** 31 - 1;

const milliseconds = (about: string): NumberShape =>
  whole(about, { fraction: true, most: longestWait });

const json = 'The value itself, as JSON has it.';
const scalars = [
  text(json, { empty: true }),
  whole(json, { fraction: true, least: -Number.MAX_VALUE, most: Number.MAX_VALUE }),
  flag(json),
  { kind: 'null', about: json },
] as const;

/** The shape of what a value has to be. */
const matcher = choice(
  'What the value has to be: itself, one of several, of a form, or there at all.',
  ...scalars,
  object<{ oneOf?: unknown; matches?: string; present?: boolean }>(
    'A condition.',
    {
      oneOf: list(choice('A value.', ...scalars), 'One of these values.'),
      matches: text(
        'A text in which the regular expression (JavaScript, with u) finds something.',
        {
          longest: 500,
          empty: true,
          form: 'expression',
        },
      ),
      present: flag('Whether the value is there at all.'),
    },
    { single: true },
  ),
);

const delay = choice(
  'How long the answer takes.',
  milliseconds('So many milliseconds.'),
  object<Exclude<Delay, number>>('Drawn from a log-normal distribution.', {
    median: needed(milliseconds('Half of the delays are shorter, in milliseconds.')),
    sigma: needed(whole('How far they spread; 0 for not at all.', { fraction: true, most: 10 })),
  }),
);

const answer = object<MockAnswer>(
  'An answer in place of the one that the state would give.',
  {
    code: whole('A documented code of the endpoint.', { least: Number.MIN_SAFE_INTEGER }),
    table: text('The table of the code, where several have it.'),
    match: text('The words by which an error is known.'),
    example: text('The name of an example of the endpoint.'),
    reply: jsonObject('The whole reply.'),
    merge: jsonObject('Members to put over those of the reply that there would be.'),
    delay,
    fault: words<Fault>('What goes wrong on the way.', {
      timeout: 'no reply comes',
      reset: 'the connection breaks',
      truncate: 'the reply is cut off',
      html: 'a page comes in place of JSON',
      loose: 'the types are those of the wire at its loosest',
    }),
  },
  {
    apart: [['code', 'table', 'match'], ['example'], ['reply']],
    beside: { table: ['code', 'match'] },
  },
);

/** The shape of an endpoint's name. */
export const endpointShape: Shape = text("The endpoint's path; `*` for every endpoint.", {
  form: 'endpoint',
});

/** The shape of a rule. */
export const ruleShape: Shape = object<MockRule>(
  'When an answer is given: at an endpoint, for requests that hold what is asked.',
  {
    endpoint: needed(endpointShape),
    when: object<NonNullable<MockRule['when']>>('What a request holds; anything without it.', {
      query: record(matcher, 'By the names of query parameters.', {
        names: ['^[\\s\\S]', 'the name of a parameter'],
      }),
      body: record(matcher, "By the body's members: their names, or JSON Pointers.", {
        names: [
          '^(?:/(?:[^~]|~[01])*$|[^/])',
          'the name of a member, or a JSON Pointer (RFC 6901)',
        ],
      }),
    }),
    after: whole('How many matching requests pass before the rule begins.'),
    times: whole('How often the rule answers before it is used up; without it, for ever.', {
      least: 1,
    }),
    answer: needed(answer),
  },
);

const app = object<MockApp>('A game as the mock knows it.', {
  appid: needed(
    text(
      'The appid; with the prefix of guests or Apple players only where these have keys of their own.',
    ),
  ),
  appkey: text('The key that signs with encode=1.', { secret: true }),
  msdkkey: text('The key that signs with encode=2.', { secret: true }),
});

/** The shape of a scenario. */
export const scenarioShape: Shape = object<Scenario>('How a mock of the MSDK server behaves.', {
  apps: list(app, 'The games that are let in; any, without it.', { unique: ['appid'] }),
  anyKey: flag('Accept any appid and any signature. Without apps this is so anyway.'),
  seed: whole('What is made up follows from it; 1 without it.', { least: Number.MIN_SAFE_INTEGER }),
  clock: text('The time at which the clock starts, as 2026-01-31T12:00:00Z; else the real time.', {
    form: 'time',
  }),
  strangers: words<Required<Scenario>['strangers']>(
    'What becomes of players and tokens that the world does not hold.',
    { adopt: 'they are taken in (the default)', refuse: 'they are refused' },
  ),
  requestsPerSecond: whole('Requests of a player within a second before the rest are refused.', {
    least: 1,
  }),
  shareLimits: flag('Whether the limits on messages a day and a week hold; they do without it.'),
  strictTypes: flag('Take members in their declared types only.'),
  replies: words<Required<Scenario>['replies']>('Where replies come from.', {
    state: 'from what happened (the default)',
    examples: 'always the first example of the endpoint',
  }),
  world: worldShape,
  rules: list(
    ruleShape,
    'Answers in place of those that the state would give; the first that fits counts.',
  ),
});
