import type { ClientThread } from './client-thread.js';
import { emit } from './emit/index.js';
import type { Catalogue } from './load/index.js';
import { buildModel, type Selection } from './model/index.js';
import { packageVersion, templatesFolder } from './package-root.js';
import { planOutput, readTree, type Plan } from './write/index.js';

/** From a catalogue without errors to what is to be done: the second half of the way. */
export async function planGeneration(
  catalogue: Catalogue,
  out: string,
  selection: Selection | undefined,
  client: ClientThread,
): Promise<Plan> {
  const tree = readTree(out);
  const model = buildModel(catalogue, selection);
  const files = await emit(model, {
    templates: templatesFolder,
    version: packageVersion(),
    client: (whole) => client.emit(whole),
  });
  return planOutput(files, tree);
}
