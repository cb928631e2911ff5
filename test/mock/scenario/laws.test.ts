import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { operations } from '../../../generated/mock/index.js';
import { chosenReply } from '../../../templates/runtime/mock/chosen.js';
import type { MockOperation } from '../../../templates/runtime/mock/operation.js';
import {
  ruleProblems,
  scenarioProblems,
  worldProblems,
} from '../../../templates/runtime/mock/scenario-check.js';
import {
  mostProblems,
  type PlacedProblem,
} from '../../../templates/runtime/mock/scenario/found.js';
import { problemOf, scenarioBreaches, worldBreaches, type BreachRow } from './breaches.js';
import { ruleBreaches } from './rule-breaches.js';

/** Problems as everyone sees them. */
const plain = (problems: readonly PlacedProblem[]) =>
  problems.map(({ of: _of, ...problem }) => problem);

/** Breaches by what they are. */
const rows = (breaches: readonly BreachRow[]) =>
  breaches.map((breach) => [breach[0], breach] as const);

/** A problem further down. */
const below = <P extends { readonly pointer: string; readonly message: string }>(
  parent: string,
  problem: P,
) => ({
  ...problem,
  pointer: parent + problem.pointer,
  message: problem.message.replaceAll(
    /( |^)\/(?=players|tokens|groups|wechatGroups|messages)/g,
    `$1${parent}/`,
  ),
});

describe('a scenario', () => {
  it('that is the example has no problem, and neither has nothing at all', () => {
    const example: unknown = parse(readFileSync('test/fixtures/mock/scenario.yaml', 'utf8'));
    expect(scenarioProblems(example, operations)).toEqual([]);
    expect(scenarioProblems({}, operations)).toEqual([]);
    expect(scenarioProblems({ seed: undefined, world: undefined }, operations)).toEqual([]);
  });

  it.each(rows(scenarioBreaches))('is refused for %s', (_what, breach) => {
    expect(plain(scenarioProblems(breach[1], operations))).toEqual([problemOf(breach)]);
  });

  it.each(rows(worldBreaches))('is refused for %s in its world', (_what, breach) => {
    const problem = problemOf(breach);
    expect(plain(worldProblems(breach[1]))).toEqual([problem]);
    expect(plain(worldProblems(breach[1], '/up'))).toEqual([below('/up', problem)]);
    expect(plain(scenarioProblems({ world: breach[1] }, operations))).toEqual([
      below('/world', problem),
    ]);
  });

  it.each(rows(ruleBreaches))('is refused for a rule with %s', (_what, breach) => {
    const problem = problemOf(breach);
    expect(plain(ruleProblems(breach[1], operations))).toEqual([problem]);
    expect(
      plain(scenarioProblems({ rules: [{ endpoint: '*', answer: {} }, breach[1]] }, operations)),
    ).toEqual([{ ...problem, pointer: `/rules/1${problem.pointer}` }]);
  });

  it('is told everything that is wrong with it, in one go', () => {
    const all = {
      sead: 1,
      world: { players: [{}, { openid: 7, platform: 'x' }] },
      rules: [{ endpoint: '*', answer: { code: 987654321, example: 'x' } }],
    };
    expect(scenarioProblems(all, operations).map(({ pointer }) => pointer)).toEqual([
      '/sead',
      '/world/players/0',
      '/world/players/1/openid',
      '/world/players/1/platform',
      '/rules/0/answer',
      '/rules/0/answer/example',
      '/rules/0/answer/code',
    ]);
  });

  it('is told no more than people read', () => {
    const players: unknown[] = Array.from({ length: 100_000 }, () => 1);
    const problems = scenarioProblems({ world: { players } }, operations);
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)).toEqual({
      pointer: '',
      message: 'has more than 1000 problems; the rest is left out',
    });
  });

  it('may name players that the world does not hold', () => {
    const token = { token: 'T', kind: 'refresh', openid: 'stranger', platform: 'wechat' };
    const wechatGroups = [{ groupid: 'g', members: ['stranger'] }];
    expect(worldProblems({ tokens: [token], wechatGroups })).toEqual([]);
  });

  it('may know the group that a guild had before', () => {
    const guild = { id: 'g', zone: 'z', name: 'n' };
    const group = { joinKey: 'k', name: 'n', owner: 'A', members: ['A'], guild };
    const [before, now] = ['1', '2'].map((gc) => ({ ...group, gc, groupOpenid: gc }));
    expect(worldProblems({ groups: [{ ...before, unlinked: true }, now] })).toEqual([]);
    expect(worldProblems({ groups: [before, now] })).toHaveLength(1);
  });

  it('may know a token that several players brought', () => {
    const token = { token: 'T', kind: 'access', platform: 'qq', adopted: true };
    const tokens = ['A', 'B'].map((openid) => ({ ...token, openid }));
    expect(worldProblems({ tokens })).toEqual([]);
  });
});

describe('what an endpoint has', () => {
  it.each(operations.map((operation) => [operation.path, operation] as const))(
    '%s: each of its codes, tables, words and examples may be asked for',
    (endpoint, operation) => {
      const { errors, examples } = operation;
      const answers = [
        ...examples.map(([example]) => ({ example })),
        ...errors.flatMap(({ id: table, rows }) =>
          rows.flatMap(([code, match, , last = code]) => [
            { code: last },
            { code },
            { code, table },
            { match },
            { code, table, match },
          ]),
        ),
      ];
      for (const answer of answers) {
        expect(ruleProblems({ endpoint, answer }, operations)).toEqual([]);
        expect(chosenReply(operation, answer)).toBeDefined();
        expect(ruleProblems({ endpoint: '*', answer }, operations)).toEqual([]);
      }
    },
  );

  it('are the codes within a range, whichever end is named first', () => {
    const [first] = operations;
    const rows = [
      [-1000, 'A range.', '5', -1999],
      [10, 'Another.', '5', 17],
    ];
    const ranged = [
      { ...first, path: '/a/b', errors: [{ id: 't', carriedBy: 'ret', rows }] },
    ] as unknown as readonly MockOperation[];
    const problems = (code: number) =>
      ruleProblems({ endpoint: '/a/b', answer: { code } }, ranged).length;
    expect([-1000, -1500, -1999, 10, 13, 17].map(problems)).toEqual([0, 0, 0, 0, 0, 0]);
    expect([-999, -2000, 9, 18].map(problems)).toEqual([1, 1, 1, 1]);
  });
});
