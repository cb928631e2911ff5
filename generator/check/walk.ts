import type { DataPath, Place } from '../diagnostics/index.js';
import type {
  Catalogue,
  Evidence,
  Loaded,
  MemberEntries,
  MemberEntry,
  Source,
  SourceFile,
  Text,
} from '../load/index.js';

/** A value of the catalogue with the file and the path where it stands. */
export interface Found<T> {
  readonly value: T;
  readonly file: SourceFile;
  readonly path: DataPath;
}

/** The place of something found. */
export function placeOf({ file, path }: Found<unknown>, of: 'key' | 'value' = 'value'): Place {
  return file.place(path, of);
}

/** Every entry of the catalogue, of whatever kind. */
export function allFiles(catalogue: Catalogue): readonly Loaded<unknown>[] {
  const { endpoints, types, enums, errors, service, sources, glossary } = catalogue;
  return [...endpoints, ...types, ...enums, ...errors, service, sources, glossary];
}

/** Every entry that may record contradictions and holes. */
export function allEvidence(catalogue: Catalogue): readonly Loaded<Evidence>[] {
  const { endpoints, types, enums, errors, service } = catalogue;
  return [...endpoints, ...types, ...enums, ...errors, service];
}

/** Every member, also those inside members, with its name as the last step of the path. */
export function* allMembers(
  catalogue: Catalogue,
): Generator<Found<MemberEntry> & { name: string }> {
  for (const { file, entry } of catalogue.endpoints)
    for (const part of ['query', 'request', 'response'] as const)
      yield* membersIn(entry[part], file, [part]);
  for (const { file, entry } of catalogue.types) yield* membersIn(entry.members, file, ['members']);
  const { file, entry } = catalogue.service;
  yield* membersIn(entry.query, file, ['query']);
  yield* membersIn(entry.envelope.members, file, ['envelope', 'members']);
}

function* membersIn(
  members: MemberEntries | undefined,
  file: SourceFile,
  path: DataPath,
): Generator<Found<MemberEntry> & { name: string }> {
  for (const [name, value] of Object.entries(members ?? {})) {
    yield { value, file, path: [...path, name], name };
    yield* membersIn(value.members, file, [...path, name, 'members']);
  }
}

/** Every text, wherever it stands. Examples hold data, not texts. */
export function* allTexts(catalogue: Catalogue): Generator<Found<Text>> {
  for (const found of allValues(catalogue)) {
    const key = found.path.at(-1);
    const isText = typeof key === 'string' && ['title', 'text', 'advice', 'when'].includes(key);
    if (isText && !isMember(found) && isRecord(found.value)) yield found as Found<Text>;
  }
  const { file, entry } = catalogue.glossary;
  for (const [index, value] of entry.entries()) yield { value, file, path: [index] };
}

/** Whether a key is a member's name, not a key of the catalogue's: a member may be called "title". */
function isMember({ file, path }: Found<unknown>): boolean {
  const parent = path.at(-2);
  if (parent === 'members' || (parent === 'query' && path.length === 2)) return true;
  const isPart = parent === 'request' || parent === 'response';
  return isPart && path.length === 2 && file.file.startsWith('endpoints/');
}

/** Every source, wherever a fact names it. */
export function* allSources(catalogue: Catalogue): Generator<Found<Source>> {
  for (const { file, entry } of catalogue.endpoints)
    for (const [index, { sources }] of entry.examples.entries())
      for (const [place, value] of sources.entries())
        yield { value, file, path: ['examples', index, 'sources', place] };
  for (const { value, file, path } of allValues(catalogue)) {
    if (!Array.isArray(value)) continue;
    if (path.at(-1) !== 'sources' && path.at(-2) !== 'says') continue;
    for (const [index, source] of value.entries())
      yield { value: String(source), file, path: [...path, index] };
  }
}

/** Every value below the roots of all files, except in examples. */
function* allValues(catalogue: Catalogue): Generator<Found<unknown>> {
  for (const { file, entry } of allFiles(catalogue)) yield* valuesBelow(entry, file, []);
}

function* valuesBelow(value: unknown, file: SourceFile, path: DataPath): Generator<Found<unknown>> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (path.length === 0 && key === 'examples') continue;
    const step = Array.isArray(value) ? Number(key) : key;
    yield { value: child, file, path: [...path, step] };
    yield* valuesBelow(child, file, [...path, step]);
  }
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
