import type { Command } from 'commander';
import type { ExitCode } from './outcome.js';

/** What `msdk generate` was asked for. */
export interface GenerateOptions {
  readonly spec?: string;
  readonly out: string;
  readonly only?: string;
  readonly check?: true;
  readonly watch?: true;
  readonly json?: true;
}

/** `msdk generate`: everything that the catalogue gives, into the output folder. */
export function addGenerate(program: Command, settle: (code: ExitCode) => void): void {
  program
    .command('generate')
    .description(
      'Generate clients, schemas, validators, OpenAPI files and mock handlers from the catalogue.',
    )
    .option('--check', 'write nothing; report every file that is not as the catalogue gives it')
    .option('--watch', 'generate again whenever the catalogue changes')
    .option('--only <modules>', 'only these modules, joined by commas: auth,relation')
    .option('--spec <dir>', "the catalogue's folder (default: ./spec, else the package's own)")
    .option('--out <dir>', 'the output folder', 'generated')
    .option('--json', 'print findings as JSON to stdout')
    .addHelpText('after', '\nExample:\n  msdk generate --only auth,relation --out src/msdk')
    .action(async (options: GenerateOptions) => {
      const { generate } = await import('./generate-run.js');
      settle(await generate(options));
    });
}
