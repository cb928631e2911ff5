import { findError } from '../../../templates/runtime/error-table.js';
import { failureOf, integerOf } from '../../../templates/runtime/failure.js';
import type { EndpointKnowledge } from '../knowledge.js';
import type { Problem } from '../problem.js';
import { isObject } from '../is-object.js';

/** What is to be said of a reply that tells of a failure which no table of its endpoint knows. */
export function examineFailure(
  reply: unknown,
  { facts, tables }: EndpointKnowledge,
): Problem | undefined {
  if (!isObject(reply)) return undefined;
  const ret = integerOf(reply['ret']);
  if (ret === undefined || ret === 0) return undefined;
  const failure = failureOf(ret, reply, facts.envelope);
  if (findError(tables, failure) !== undefined) return undefined;
  const code = failure.platCode ?? failure.wrapped ?? ret;
  return { code: 'unknown-error-code', params: { ret, code }, source: facts.sources };
}
