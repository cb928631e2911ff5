import { examine } from '../../generator/pipeline.js';
import { buildModel, type Model } from '../../generator/model/index.js';

/** The model of the catalogue in spec/, built once for a test file. */
export function specModel(): Model {
  const { catalogue, diagnostics } = examine('spec', { strict: false });
  if (catalogue === undefined)
    throw new Error(`the catalogue has errors: ${JSON.stringify(diagnostics.slice(0, 3))}`);
  return buildModel(catalogue);
}
