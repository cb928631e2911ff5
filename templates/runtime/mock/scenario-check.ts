import { isObject } from '../value-kind.js';
import type { MockOperation } from './operation.js';
import { checkAnswer } from './scenario/answers.js';
import { checkShape } from './scenario/check.js';
import { Found, type PlacedProblem } from './scenario/found.js';
import { checkGroups } from './scenario/groups.js';
import { own } from './scenario/items.js';
import { checkRepeated } from './scenario/repeated.js';
import { endpointShape, ruleShape, scenarioShape } from './scenario/scenario-shape.js';
import type { Shape } from './scenario/shape.js';
import { worldShape } from './scenario/world-shape.js';

export type { PlacedProblem } from './scenario/found.js';

/** Everything that is wrong with a scenario for a mock of these endpoints; nothing where it can be used. */
export function scenarioProblems(
  scenario: unknown,
  operations: readonly MockOperation[],
): readonly PlacedProblem[] {
  const found = new Found();
  shaped(scenarioShape, scenario, '', operations, found);
  if (!isObject(scenario)) return found.problems;
  checkTogether(own(scenario, 'world'), '/world', found);
  const rules = own(scenario, 'rules');
  if (Array.isArray(rules))
    for (const [index, rule] of rules.entries())
      checkAnswer(rule, operations, `/rules/${index}`, found);
  return found.problems;
}

/** Everything that is wrong with a rule; the pointers begin with the one that leads to it. */
export function ruleProblems(
  rule: unknown,
  operations: readonly MockOperation[],
  pointer = '',
): readonly PlacedProblem[] {
  const found = new Found();
  shaped(ruleShape, rule, pointer, operations, found);
  checkAnswer(rule, operations, pointer, found);
  return found.problems;
}

/** Everything that is wrong with a world, or a snapshot; the pointers begin with the one that leads to it. */
export function worldProblems(world: unknown, pointer = ''): readonly PlacedProblem[] {
  const found = new Found();
  shaped(worldShape, world, pointer, [], found);
  checkTogether(world, pointer, found);
  return found.problems;
}

/** What is wrong with the path of an endpoint that a handler is to answer. */
export function endpointProblems(
  endpoint: unknown,
  operations: readonly MockOperation[],
): readonly PlacedProblem[] {
  const found = new Found();
  shaped(endpointShape, endpoint, '', operations, found);
  return found.problems;
}

/** What the things of a world owe each other. */
function checkTogether(world: unknown, pointer: string, found: Found): void {
  checkRepeated(world, pointer, found);
  checkGroups(world, pointer, found);
}

function shaped(
  shape: Shape,
  value: unknown,
  pointer: string,
  operations: readonly MockOperation[],
  found: Found,
): void {
  checkShape(shape, value, pointer, { found, paths: operations.map(({ path }) => path) });
}
