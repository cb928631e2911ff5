import { emit } from '../../generator/emit/index.js';
import type { EmittedFile } from '../../generator/emit/emitted-file.js';
import type { RawFile } from '../../generator/load/index.js';
import { buildModel } from '../../generator/model/index.js';
import { hasErrors } from '../../generator/diagnostics/index.js';
import { examineFiles, loadFiles } from './examine.js';

/** Everything that a catalogue in memory gives. Throws where the checks refuse it. */
export async function emitFiles(files: readonly RawFile[]): Promise<EmittedFile[]> {
  const found = examineFiles(files);
  if (hasErrors(found)) throw new Error(`refused: ${JSON.stringify(found)}`);
  return emit(buildModel(loadFiles(files)), {
    templates: 'templates',
    version: '0.0.0',
  });
}
