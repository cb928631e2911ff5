import { readFileSync } from 'node:fs';
import type { Scenario } from '../../templates/runtime/mock/options.js';
import { hasErrors } from '../diagnostics/index.js';
import { readScenario } from '../mock/scenario/read.js';
import { report } from './report.js';

/** The scenario in a file; undefined where it cannot be used, which is reported then. */
export async function scenarioOf(file: string): Promise<Scenario | undefined> {
  const { scenario, diagnostics } = await readScenario(file);
  report(diagnostics, { json: false, textOf, root: file });
  return hasErrors(diagnostics) ? undefined : scenario;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
