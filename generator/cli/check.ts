import type { Command } from 'commander';
import type { ExitCode } from './outcome.js';

/** What `msdk check` was asked for. */
export interface CheckOptions {
  readonly spec?: string;
  readonly strict?: true;
  readonly json?: true;
}

/** `msdk check`: the catalogue's laws. What does the work is loaded when it is asked for. */
export function addCheck(program: Command, settle: (code: ExitCode) => void): void {
  program
    .command('check')
    .description('Hold the catalogue against its laws.')
    .option('--spec <dir>', "the catalogue's folder (default: ./spec, else the package's own)")
    .option('--strict', 'also list open contradictions and holes')
    .option('--json', 'print findings as JSON to stdout')
    .addHelpText('after', '\nExample:\n  msdk check --strict')
    .action(async (options: CheckOptions) => {
      const { check } = await import('./check-run.js');
      settle(check(options));
    });
}
