import { check } from '../../generator/check/index.js';
import { sortDiagnostics, type Diagnostic } from '../../generator/diagnostics/index.js';
import { load, type Catalogue, type RawFile } from '../../generator/load/index.js';

/** What load and check find in files that stand in memory, in the order in which it is told. */
export function examineFiles(files: readonly RawFile[], strict = false): Diagnostic[] {
  const [catalogue, found] = load(files);
  return sortDiagnostics(
    catalogue === undefined ? found : [...found, ...check(catalogue, { strict })],
  );
}

/** The catalogue in files that load accepts. */
export function loadFiles(files: readonly RawFile[]): Catalogue {
  const [catalogue, found] = load(files);
  if (catalogue === undefined) throw new Error(`not accepted: ${JSON.stringify(found)}`);
  return catalogue;
}
