import type { Catalogue, EndpointEntry, ErrorTableEntry } from '../load/index.js';
import { sortBy } from './freeze.js';
import type { ErrorTable } from './model.js';
import { tableName } from './names.js';
import { fullText } from './text.js';

/** Builds the error-code tables, ordered by id, each with its codes in the documents' order. */
export function buildTables(catalogue: Catalogue): ErrorTable[] {
  return sortBy(
    catalogue.errors.map(({ entry }) => buildTable(entry)),
    ({ id }) => id,
  );
}

function buildTable(entry: ErrorTableEntry): ErrorTable {
  return {
    id: entry.id,
    name: tableName(entry.id),
    carriedBy: entry.carriedBy,
    ...(entry.wrappedBy === undefined ? {} : { wrappedBy: entry.wrappedBy }),
    ...(entry.command === undefined ? {} : { command: entry.command }),
    scope: entry.scope,
    title: fullText(entry.title),
    codes: entry.codes.map((code) => ({
      ...(code.code === undefined ? {} : { code: code.code }),
      ...(code.to === undefined ? {} : { to: code.to }),
      ...(code.match === undefined ? {} : { match: code.match }),
      text: fullText(code.text),
      ...(code.advice === undefined ? {} : { advice: fullText(code.advice) }),
      action: code.action,
      retry: code.retry,
      basis: code.basis,
      sources: code.sources,
    })),
    sources: entry.sources,
  };
}

/** The tables whose codes an endpoint may answer with: its own first, then those of its platforms and of all. */
export function tablesOf(endpoint: EndpointEntry, tables: readonly ErrorTable[]): ErrorTable[] {
  const own = new Set(endpoint.errors ?? []);
  const platforms: readonly string[] = endpoint.platforms;
  return [
    ...tables.filter(({ id }) => own.has(id)),
    ...tables.filter(({ id, scope }) => !own.has(id) && platforms.includes(scope)),
    ...tables.filter(({ id, scope }) => !own.has(id) && scope === 'all'),
  ];
}
