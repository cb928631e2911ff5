import {
  isMemberGroup,
  lookupOf,
  type Catalogue,
  type EndpointEntry,
  type EnumEntry,
  type Lookup,
} from '../load/index.js';
import { deepFreeze, sortBy } from './freeze.js';
import { buildLifecycle, buildMembers } from './members.js';
import type { Enum, ErrorTable, Model, Module, Operation, Struct } from './model.js';
import { operationNames } from './names.js';
import { buildTables, tablesOf } from './tables.js';
import { fullText } from './text.js';

/** Which part of the catalogue to build; all of it without this. */
export interface Selection {
  readonly modules: ReadonlySet<string>;
}

/** Builds the model from a catalogue in which the checks found no error. */
export function buildModel(catalogue: Catalogue, selection?: Selection): Model {
  const lookup = lookupOf(catalogue);
  const tables = buildTables(catalogue);
  const structs: Struct[] = [];
  for (const { entry } of catalogue.types) {
    if (isMemberGroup(entry)) continue;
    const members = buildMembers(entry.members, entry.name, lookup, structs);
    structs.push({
      name: entry.name,
      text: fullText(entry.text),
      members,
      limits: entry.limits ?? [],
      sources: entry.sources,
    });
  }
  const operations = sortBy(
    catalogue.endpoints.map(({ entry }) => buildOperation(entry, lookup, tables)),
    ({ path }) => path,
  ).filter(({ module }) => selection?.modules.has(module) ?? true);
  const enums = catalogue.enums.map(({ entry }) => buildEnum(entry));
  const reached = reachable(operations, structs);
  const keep = <T extends { name: string }>(items: readonly T[]): T[] =>
    sortBy(
      selection === undefined ? items : items.filter(({ name }) => reached.has(name)),
      ({ name }) => name,
    );
  const used = new Set(operations.flatMap(({ tables }) => tables));
  return deepFreeze({
    service: catalogue.service.entry,
    fixedQuery: buildMembers(catalogue.service.entry.query, '', lookup, []),
    envelope: buildMembers(catalogue.service.entry.envelope.members, '', lookup, []),
    modules: groupByModule(operations, catalogue),
    operations,
    structs: keep(structs),
    enums: keep(enums),
    tables: selection === undefined ? tables : tables.filter((table) => used.has(table)),
  });
}

function buildOperation(
  entry: EndpointEntry,
  lookup: Lookup,
  tables: readonly ErrorTable[],
): Operation {
  const names = operationNames(entry.path);
  const structs: Struct[] = [];
  const members = (part: 'query' | 'request' | 'response') =>
    buildMembers(entry[part], names.typeName, lookup, structs);
  return {
    path: entry.path,
    ...names,
    httpMethod: entry.method,
    platforms: entry.platforms,
    effect: entry.effect,
    idempotent: entry.effect === 'read' || entry.idempotent === true,
    envelope: entry.envelope,
    hasBody: (entry.body ?? (entry.method === 'GET' ? 'none' : 'json')) === 'json',
    title: fullText(entry.title),
    text: fullText(entry.text),
    notes: (entry.notes ?? []).map(({ text, sources }) => ({ text: fullText(text), sources })),
    ...buildLifecycle(entry.lifecycle),
    query: members('query'),
    request: members('request'),
    response: members('response'),
    limits: entry.limits ?? [],
    structs,
    tables: tablesOf(entry, tables),
    examples: entry.examples.map(({ name, query, request, response, sources }) => ({
      name,
      query: query ?? {},
      request: request ?? {},
      response,
      sources,
    })),
    contradictions: entry.contradictions ?? [],
    holes: entry.holes ?? [],
    sources: entry.sources,
  };
}

function buildEnum(entry: EnumEntry): Enum {
  return {
    name: entry.name,
    type: entry.type,
    mask: entry.combine === 'or',
    ...(entry.closed === undefined ? {} : { closed: entry.closed }),
    text: fullText(entry.text),
    values: entry.values.map((value) => ({
      value: value.value,
      name: value.name,
      text: fullText(value.text),
      attributes: value.attributes ?? {},
      ...buildLifecycle(value.lifecycle),
      sources: value.sources,
    })),
    sources: entry.sources,
  };
}

function groupByModule(operations: readonly Operation[], catalogue: Catalogue): Module[] {
  const modules = new Map<string, Operation[]>();
  for (const operation of operations) {
    const own = modules.get(operation.module) ?? [];
    own.push(operation);
    modules.set(operation.module, own);
  }
  const aliases = catalogue.service.entry.url.moduleAliases ?? [];
  return sortBy(modules, ([name]) => name).map(([name, own]) => ({
    name,
    aliases: aliases.filter(({ module }) => module === name).map(({ alias }) => alias),
    operations: own,
  }));
}

/** The names of the structs and enums that operations lead to. */
function reachable(operations: readonly Operation[], structs: readonly Struct[]): Set<string> {
  const byName = new Map(structs.map((struct) => [struct.name, struct]));
  const seen = new Set<string>();
  const visit = (type: Operation['request'][number]['type']): void => {
    if (type.kind === 'union') return type.of.forEach(visit);
    if (type.kind === 'array' || type.kind === 'map') return visit(type.of);
    if ((type.kind !== 'struct' && type.kind !== 'enum') || seen.has(type.name)) return;
    seen.add(type.name);
    byName.get(type.name)?.members.forEach((member) => visit(member.type));
  };
  for (const { query, request, response, structs } of operations)
    for (const { type } of [
      query,
      request,
      response,
      ...structs.map(({ members }) => members),
    ].flat())
      visit(type);
  return seen;
}
