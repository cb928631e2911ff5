import { findError } from '../../../templates/runtime/error-table.js';
import { failureOf, integerOf } from '../../../templates/runtime/failure.js';
import type { OperationFacts } from '../../../templates/validators/facts.js';
import type { ErrorPlan } from './plan.js';
import { isObject } from '../is-object.js';
import { type Hit, type Members } from './walk.js';

/** Counts the error that a failed reply is known by: one row of one table, or none. */
export function countFailure(
  reply: Members,
  { envelope }: OperationFacts,
  { tables, slots }: ErrorPlan,
  hit: Hit,
): void {
  const ret = integerOf(reply['ret']);
  if (ret === undefined || ret === 0) return;
  const known = findError(tables, failureOf(ret, scalarsOf(reply), envelope));
  const slot = known && slots.get(known.table)?.get(known.key);
  if (slot !== undefined) hit(slot);
}

/** What tells of a failure, without lists and objects: to print one could exhaust the stack. */
function scalarsOf(reply: Members): Members {
  const told = ['msg', 'message', 'platCode', 'err_type'].filter((name) => {
    const value = reply[name];
    return !isObject(value) && !Array.isArray(value);
  });
  return Object.fromEntries(told.map((name) => [name, reply[name]]));
}
