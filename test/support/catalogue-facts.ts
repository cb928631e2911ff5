import { keyOf } from '../../generator/emit/error-key.js';
import { structsByName } from '../../generator/emit/json-schema.js';
import { factsOf } from '../../generator/emit/validators/facts.js';
import type { Model } from '../../generator/model/index.js';
import type { ErrorTable } from '../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../templates/validators/facts.js';

/** The facts of every endpoint, in the model's order. */
export function allFacts(model: Model): readonly OperationFacts[] {
  const enums = new Map(model.enums.map((item) => [item.name, item]));
  const structs = structsByName(model);
  return model.operations.map((operation) => factsOf(operation, { model, enums, structs }));
}

/** The error tables by their ids, as the runtime has them. */
export function allTables({ tables }: Model): ReadonlyMap<string, ErrorTable> {
  return new Map(
    tables.map(({ id, carriedBy, wrappedBy, command, codes }) => [
      id,
      {
        id,
        carriedBy,
        ...(wrappedBy === undefined ? {} : { wrappedBy }),
        ...(command === undefined ? {} : { command }),
        rows: codes.map((row) => [row.action, row.retry, [keyOf(row)]] as const),
      },
    ]),
  );
}
