import { failureReply } from '../../templates/runtime/mock/failure.js';
import type { ErrorCode, ErrorTable, Operation } from '../model/index.js';
import type { Schema } from './json-schema.js';

/** Every row of every table, made once: many endpoints list the same. */
export type ErrorRows = ReadonlyMap<ErrorTable, readonly Schema[]>;

/** The rows of tables, as `x-msdk-errors` lists them. */
export function errorRows(tables: readonly ErrorTable[]): ErrorRows {
  return new Map(
    tables.map((table) => [table, table.codes.map((row) => errorOf(table, row))] as const),
  );
}

/** Every documented error of an endpoint. */
export function errorsOf({ tables }: Operation, rows: ErrorRows): Schema[] {
  return tables.flatMap((table) => rows.get(table) ?? []);
}

function errorOf(table: ErrorTable, row: ErrorCode): Schema {
  return {
    ...(row.code === undefined ? { match: row.match } : { code: row.code }),
    ...(row.to === undefined ? {} : { to: row.to }),
    meaning: row.text.en,
    action: row.action,
    table: table.id,
  };
}

/** Where each table's numbers stand in a reply, and from where the table comes. */
export function errorTables(tables: readonly ErrorTable[]): Schema {
  return Object.fromEntries(
    tables.map(({ id, title, carriedBy, wrappedBy, command, codes, sources }) => [
      id,
      {
        title: title.en,
        carriedBy,
        ...(wrappedBy === undefined ? {} : { wrappedBy }),
        ...(command === undefined ? {} : { command }),
        codes: codes.map(({ code, to, match, text, action, retry }) => ({
          ...(code === undefined ? { match } : { code }),
          ...(to === undefined ? {} : { to }),
          meaning: text.en,
          'x-meaning-zh': text.zh,
          'x-meaning-ko': text.ko,
          action,
          retry,
        })),
        sources,
      },
    ]),
  );
}

/** A reply that shows how the endpoint fails: by the first error of its own, else of its layers. */
export function failureExample(operation: Operation): Schema | undefined {
  for (const table of operation.tables)
    for (const { code = -1, match, text, action } of table.codes)
      if (action !== 'none' && code !== 0)
        return failureReply(operation.envelope, table, code, match ?? text.en);
  return undefined;
}
