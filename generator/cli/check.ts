import type { Command } from 'commander';
import { UnreadableFolder } from '../load/index.js';
import { examine, type Examined } from '../pipeline.js';
import { shown, specFolder } from './folders.js';
import { ExitCode, UsageError } from './outcome.js';
import { report } from './report.js';

interface CheckOptions {
  readonly spec?: string;
  readonly strict?: true;
  readonly json?: true;
}

/** `msdk check`: the catalogue's laws. */
export function addCheck(program: Command, settle: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('Hold the catalogue against its laws.')
    .option('--spec <dir>', "the catalogue's folder (default: ./spec, else the package's own)")
    .option('--strict', 'also list open contradictions and holes')
    .option('--json', 'print findings as JSON to stdout')
    .addHelpText('after', '\nExample:\n  msdk check --strict')
    .action((options: CheckOptions) => {
      const folder = specFolder(options.spec);
      const { diagnostics, textOf } = examineFolder(folder, options.strict === true);
      report(diagnostics, { json: options.json === true, textOf, root: shown(folder) });
      settle(diagnostics.length === 0 ? ExitCode.nothing : ExitCode.findings);
    });
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
