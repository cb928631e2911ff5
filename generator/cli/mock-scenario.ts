import type { MockOperation } from '../../templates/runtime/mock/operation.js';
import type { Scenario } from '../../templates/runtime/mock/options.js';
import { readScenario } from '../mock/scenario/read.js';
import { report } from './report.js';

/** The scenario in a file; undefined where it cannot be used, which is reported then. */
export async function scenarioOf(
  file: string,
  operations: readonly MockOperation[],
): Promise<Scenario | undefined> {
  const { scenario, diagnostics, text } = await readScenario(file, operations);
  report(diagnostics, { json: false, textOf: () => text, root: file });
  return scenario;
}
