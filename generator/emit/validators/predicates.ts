import type { Operation } from '../../model/index.js';
import type { Schema } from '../json-schema.js';
import { buildSchemas, type OperationSchemas } from '../schemas.js';
import { queryMembers, type FactsContext } from './facts.js';
import { querySchema } from './query-schema.js';

/** Schemas by the names of the predicates that are compiled from them. */
export type PredicateSchemas = Readonly<Record<string, Schema>>;

/** The name of the predicate for what gives no cause for a warning either. */
function spotlessName(part: string): string {
  return `spotless${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}

/** The schemas of the predicates of a query without parameters of its own, for the endpoints that share them. */
export function sharedQuerySchemas({ model, enums }: FactsContext): PredicateSchemas {
  const id = 'https://msdk-api.invalid/schemas/query.json';
  const pair = [false, true].map((isSpotless) => ({
    $id: id,
    ...querySchema(model.fixedQuery, enums, isSpotless),
  }));
  return namedPair('query', pair[0] ?? {}, pair[1] ?? {});
}

/**
 * The schemas of an endpoint's predicates: each part's, and each part's spotless one. Where both say the
 * same, they are the same schema. The query's are left out where the endpoint has none of its own.
 */
export function predicateSchemas(
  operation: Operation,
  published: OperationSchemas,
  { model, enums, structs }: FactsContext,
): PredicateSchemas {
  const spotless = buildSchemas(operation, enums, structs, true);
  const bodies = (['request', 'response', 'lenient'] as const).map((part) =>
    namedPair(part, published[part], spotless[part]),
  );
  if (operation.query.length === 0) return Object.assign({}, ...bodies) as PredicateSchemas;
  const parameters = queryMembers(operation, model);
  const $id = String(published.request['$id']).replace(/request\.json$/, 'query.json');
  const query = namedPair(
    'query',
    { $id, ...querySchema(parameters, enums, false) },
    { $id, ...querySchema(parameters, enums, true) },
  );
  return Object.assign({}, query, ...bodies) as PredicateSchemas;
}

function namedPair(part: string, plain: Schema, spotless: Schema): PredicateSchemas {
  const isSame = JSON.stringify(plain) === JSON.stringify(spotless);
  return {
    [part]: plain,
    [spotlessName(part)]: isSame
      ? plain
      : { ...spotless, $id: `${String(spotless['$id'])}#spotless` },
  };
}
