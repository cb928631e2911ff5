import { Command, CommanderError } from 'commander';
import { packageVersion } from '../package-root.js';
import { addCheck } from './check.js';
import { addGenerate } from './generate.js';
import { addMock } from './mock.js';
import { ExitCode, UsageError } from './outcome.js';
import { addValidate } from './validate.js';

/** Runs the command line and gives the exit code: 0 nothing to report, 1 findings, 2 wrong usage or unreadable input. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let outcome: ExitCode = ExitCode.nothing;
  const program = new Command('msdk')
    .description(
      'Check the catalogue of the MSDK server HTTP API, generate from it, validate payloads, and mock the service.',
    )
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(run with --help for the options)')
    .showSuggestionAfterError();
  const settle = (code: ExitCode): void => void (outcome = code);
  addCheck(program, settle);
  addGenerate(program, settle);
  addValidate(program, settle);
  addMock(program, settle);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return outcome;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? ExitCode.nothing : ExitCode.unusable;
    if (error instanceof UsageError) {
      process.stderr.write(`msdk: ${error.message}\n`);
      return ExitCode.unusable;
    }
    throw error;
  }
}
