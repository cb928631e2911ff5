import type { Command } from 'commander';
import { hasErrors } from '../diagnostics/index.js';
import type { Selection } from '../model/index.js';
import { examineFolder } from './check.js';
import { shown, specFolder } from './folders.js';
import { ExitCode, UsageError } from './outcome.js';
import { report } from './report.js';
import { isFresh, rememberFresh } from './freshness.js';
import { watchFolder } from './watch.js';

interface GenerateOptions {
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
      if (options.check === true && options.watch === true)
        throw new UsageError('--check and --watch exclude each other');
      settle(await generateOnce(options));
      if (options.watch === true)
        await watchFolder(specFolder(options.spec), () => generateOnce(options));
    });
}

async function generateOnce(options: GenerateOptions): Promise<ExitCode> {
  const spec = specFolder(options.spec);
  const key = { spec, out: options.out, only: options.only ?? '' };
  if (options.check !== true && isFresh(key)) {
    say(options, `${shown(options.out)} is up to date`);
    return ExitCode.nothing;
  }
  const { catalogue, diagnostics, textOf } = examineFolder(spec, false);
  if (catalogue === undefined || hasErrors(diagnostics)) {
    report(diagnostics, { json: options.json === true, textOf, root: shown(spec) });
    return ExitCode.findings;
  }
  const selection = selectionOf(
    options.only,
    new Set(catalogue.endpoints.map(({ entry }) => entry.path.split('/')[1] ?? '')),
  );
  const { planGeneration } = await import('../generate.js');
  const { applyPlan, driftOf, isUpToDate, OutputError, recover } =
    await import('../write/index.js');
  try {
    if (options.check !== true) recover(options.out);
    const plan = await planGeneration(catalogue, options.out, selection);
    if (options.check === true) {
      const drift = driftOf(plan);
      report(drift, {
        json: options.json === true,
        textOf: () => undefined,
        root: shown(options.out),
      });
      return drift.length === 0 ? ExitCode.nothing : ExitCode.findings;
    }
    if (!isUpToDate(plan)) applyPlan(plan, options.out);
    rememberFresh(key);
    const { added, changed, removed, files } = plan;
    say(
      options,
      `${shown(options.out)}: ${files.length} files, ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    );
    return ExitCode.nothing;
  } catch (error) {
    if (error instanceof OutputError) throw new UsageError(error.message);
    throw error;
  }
}

function selectionOf(only: string | undefined, known: ReadonlySet<string>): Selection | undefined {
  if (only === undefined) return undefined;
  const modules = new Set(
    only
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
  const unknown = [...modules].filter((name) => !known.has(name));
  if (unknown.length > 0 || modules.size === 0)
    throw new UsageError(
      `--only ${only}: there is no module ${unknown.join(', ') || 'of that name'}; there are ${[...known].sort().join(', ')}`,
    );
  return { modules };
}

function say(options: GenerateOptions, text: string): void {
  if (options.json === true)
    process.stdout.write(
      `${JSON.stringify({ findings: [], summary: { errors: 0, warnings: 0, infos: 0 } })}\n`,
    );
  else process.stderr.write(`${text}\n`);
}
