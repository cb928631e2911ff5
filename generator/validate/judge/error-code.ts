import { findError } from '../../../templates/runtime/error-table.js';
import { failureOf } from '../../../templates/runtime/failure-of.js';
import type { EndpointKnowledge } from '../knowledge.js';
import type { Problem } from '../problem.js';

/** What the endpoint's tables say of a reply that tells of a failure: a problem where they do not know it. */
export function examineFailure(
  reply: unknown,
  { facts, tables }: EndpointKnowledge,
): Problem | undefined {
  const failure = failureOf(reply, facts.envelope);
  if (failure === undefined || failure.ret === 0) return undefined;
  if (findError(tables, failure) !== undefined) return undefined;
  const code = failure.platCode ?? failure.wrapped ?? failure.ret;
  return { code: 'unknown-error-code', params: { ret: failure.ret, code }, source: facts.sources };
}
