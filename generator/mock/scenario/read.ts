import { readFile } from 'node:fs/promises';
import type { Scenario } from '../../../templates/runtime/mock/options.js';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';

/** Reads a scenario from a file of JSON. */
export async function readScenario(
  file: string,
): Promise<{ scenario?: Scenario; diagnostics: readonly Diagnostic[] }> {
  try {
    return { scenario: JSON.parse(await readFile(file, 'utf8')) as Scenario, diagnostics: [] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it is not JSON';
    const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return { diagnostics: [diagnostic('unreadable-file', { reason }, place)] };
  }
}
