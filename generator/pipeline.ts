import { check } from './check/index.js';
import { hasErrors, sortDiagnostics, type Diagnostic } from './diagnostics/index.js';
import { load, readFolder, type Catalogue } from './load/index.js';

/** What looking at a catalogue gives: the catalogue where nothing is wrong, and every finding. */
export interface Examined {
  readonly catalogue: Catalogue | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of a file by its shown name, for code frames. */
  textOf: (file: string) => string | undefined;
}

/** Loads and checks the catalogue in a folder: the first half of the way, which never needs an emitter. */
export function examine(folder: string, options: { readonly strict: boolean }): Examined {
  const [raw, unreadable] = readFolder(folder);
  const [catalogue, misshapen] = load(raw);
  const found = [...unreadable, ...misshapen];
  if (catalogue !== undefined) found.push(...check(catalogue, options));
  const texts = new Map(raw.map(({ path, text }) => [path, text]));
  return {
    catalogue: hasErrors(found) ? undefined : catalogue,
    diagnostics: sortDiagnostics(found),
    textOf: (file) => texts.get(file),
  };
}
