import { join } from 'node:path';
import { emit } from './emit/index.js';
import { compileValidators } from './emit/validators/compile.js';
import type { Catalogue } from './load/index.js';
import { buildModel, type Selection } from './model/index.js';
import { packageRoot, packageVersion } from './package-root.js';
import { planOutput, readTree, type Plan } from './write/index.js';

/** From a catalogue without errors to what is to be done: the second half of the way. */
export async function planGeneration(
  catalogue: Catalogue,
  out: string,
  selection?: Selection,
): Promise<Plan> {
  const tree = readTree(out);
  const model = buildModel(catalogue, selection);
  const files = await emit(model, {
    templates: join(packageRoot, 'templates'),
    version: packageVersion(),
    compile: compileValidators,
  });
  return planOutput(files, tree);
}
