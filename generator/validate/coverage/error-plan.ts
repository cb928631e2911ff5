import type { ErrorKey, ErrorTable } from '../../../templates/runtime/error-table.js';
import type { OperationFacts } from '../../../templates/validators/facts.js';
import type { ErrorPlan, Register } from './plan.js';
import { errorTarget, keyText } from './target.js';

/** The plan for an endpoint's failures. What no reply could be told by is not among them. */
export function errorPlan(
  { path, tables: ids }: OperationFacts,
  all: ReadonlyMap<string, ErrorTable>,
  register: Register,
): ErrorPlan {
  const tables = ids.map((id) => all.get(id)).filter((table) => table !== undefined);
  const texts = tables.map((table) => new Set(keysOf(table).map(keyText)));
  const slots = tables.map((table, index) => {
    const before = texts.filter((_, at) => at < index && isAskedFor(tables[at], table));
    const keys = keysOf(table).filter(
      (key) => !isSuccess(table, key) && !before.some((other) => other.has(keyText(key))),
    );
    const own = keys.map((key) => [key, register(errorTarget(path, table.id, key))] as const);
    return [table.id, new Map(own)] as const;
  });
  return { tables, slots: new Map(slots) };
}

function keysOf({ rows }: ErrorTable): ErrorKey[] {
  return rows.flatMap(([, , keys]) => keys);
}

/** A ret of 0 is no failure, although tables list it. */
function isSuccess({ carriedBy }: ErrorTable, key: ErrorKey): boolean {
  return carriedBy === 'ret' && key === 0;
}

/** Whether a table is asked for every failure for which another is. */
function isAskedFor(table: ErrorTable | undefined, other: ErrorTable): boolean {
  return (
    table?.carriedBy === other.carriedBy &&
    (table.wrappedBy === undefined || table.wrappedBy === other.wrappedBy) &&
    (table.command === undefined || table.command === other.command)
  );
}
