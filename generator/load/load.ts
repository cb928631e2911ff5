import { diagnostic, didYouMean, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { accept } from './accept.js';
import type { Catalogue, Loaded } from './catalogue.js';
import type { RawFile } from './files.js';
import { expectedRooms, indispensable, kindOf, type Kind } from './kinds.js';
import { schemaValidators } from './schemas.js';
import { SourceFile } from './source-file.js';

/**
 * Parses the catalogue's files and holds each against its schema.
 * The catalogue comes back only when every file was accepted; the diagnostics in any case.
 */
export function load(raw: readonly RawFile[]): [Catalogue | undefined, Diagnostic[], SourceFile[]] {
  const found: Diagnostic[] = [];
  const files: SourceFile[] = [];
  const byKind = new Map<Kind, Loaded<unknown>[]>();
  const validator = schemaValidators();
  for (const { path, text } of raw) {
    const [file, syntax] = SourceFile.parse(path, text);
    files.push(file);
    found.push(...syntax);
    const kind = kindOf(path);
    if (kind === undefined) {
      const suggestion = didYouMean(path, indispensable);
      found.push(
        diagnostic('misplaced-file', { expected: expectedRooms }, file.place([]), { suggestion }),
      );
      continue;
    }
    if (syntax.length > 0) continue;
    found.push(...accept(file, validator(kind)));
    const loaded = byKind.get(kind) ?? [];
    loaded.push({ file, entry: file.value });
    byKind.set(kind, loaded);
  }
  const present = new Set(raw.map(({ path }) => path));
  for (const file of indispensable) {
    if (present.has(file)) continue;
    const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    found.push(diagnostic('missing-file', { file }, place));
  }
  return [hasErrors(found) ? undefined : assemble(byKind), found, files];
}

/** The accepted files by kind; the schemas have made the types true. */
function assemble(byKind: ReadonlyMap<Kind, readonly Loaded<unknown>[]>): Catalogue {
  const all = <T>(kind: Kind): readonly Loaded<T>[] =>
    (byKind.get(kind) ?? []) as readonly Loaded<T>[];
  const only = <T>(kind: Kind): Loaded<T> => {
    const [first] = all<T>(kind);
    if (first === undefined) throw new Error(`the catalogue has no ${kind} file`);
    return first;
  };
  return {
    endpoints: all('endpoint'),
    types: all('type'),
    enums: all('enum'),
    errors: all('errors'),
    service: only('service'),
    sources: only('sources'),
    glossary: only('glossary'),
  };
}
