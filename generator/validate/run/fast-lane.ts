import { examineFailure } from '../judge/error-code.js';
import { differing, type Judging } from '../judge/judge.js';
import { verifySignature } from '../judge/signature.js';
import type { EndpointKnowledge } from '../knowledge.js';
import { isObject } from '../is-object.js';
import { otherStatusOf } from '../read/exchange-object.js';

/**
 * Looks at one exchange as most of them are: at an endpoint that was seen before, with nothing wrong. Gives
 * the endpoint's path where there is nothing to say about it. Undefined means only that it takes a closer
 * look: no finding is made here.
 */
export function pathOfSpotless(value: unknown, judging: Judging): string | undefined {
  if (!isObject(value)) return undefined;
  const { endpoint, query, request, response } = value;
  if (typeof endpoint !== 'string' || otherStatusOf(value) !== undefined) return undefined;
  const route = judging.router.find(endpoint);
  if (route.kind !== 'endpoint' || route.query !== undefined) return undefined;
  const known = judging.knowledge.loaded(route.path);
  if (known === undefined || known.facts.ending !== undefined) return undefined;
  if (query === undefined && request === undefined && response === undefined) return undefined;
  if (query !== undefined && !isSpotlessQuery(query, request, known, judging)) return undefined;
  if (request !== undefined && !known.spotless.request(request)) return undefined;
  if (response !== undefined && !isSpotlessReply(response, known, judging)) return undefined;
  const { onPart } = judging;
  if (onPart !== undefined) {
    if (query !== undefined) onPart(known, 'query', query);
    if (request !== undefined) onPart(known, 'request', request);
    if (response !== undefined) onPart(known, 'response', response);
  }
  return route.path;
}

function isSpotlessQuery(
  query: unknown,
  request: unknown,
  known: EndpointKnowledge,
  { keys, knowledge }: Judging,
): boolean {
  if (!isObject(query) || !known.spotless.query(query)) return false;
  if (keys !== undefined && verifySignature(query, keys, knowledge.service.signing) !== undefined)
    return false;
  return request === undefined || differing(known, request, query).length === 0;
}

function isSpotlessReply(
  reply: unknown,
  known: EndpointKnowledge,
  { isLenient }: Judging,
): boolean {
  const { lenient, response } = known.spotless;
  if (!(isLenient ? lenient : response)(reply)) return false;
  return (reply as { ret?: unknown }).ret === 0 || examineFailure(reply, known) === undefined;
}
