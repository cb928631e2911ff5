import { UnreadableFolder } from '../load/index.js';
import { examine, type Examined } from '../pipeline.js';
import type { CheckOptions } from './check.js';
import { shown, specFolder } from './folders.js';
import { ExitCode, UsageError } from './outcome.js';
import { report } from './report.js';

/** Runs `msdk check`, and says how the command ends. */
export function check(options: CheckOptions): ExitCode {
  const folder = specFolder(options.spec);
  const { diagnostics, textOf } = examineFolder(folder, options.strict === true);
  report(diagnostics, { json: options.json === true, textOf, root: shown(folder) });
  return diagnostics.length === 0 ? ExitCode.nothing : ExitCode.findings;
}

/** Examines a folder that may not be there. */
export function examineFolder(folder: string, strict: boolean): Examined {
  try {
    return examine(folder, { strict });
  } catch (error) {
    if (error instanceof UnreadableFolder) throw new UsageError(error.message);
    throw error;
  }
}
