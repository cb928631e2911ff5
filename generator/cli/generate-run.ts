import { startClientThread, type ClientThread } from '../client-thread.js';
import type { Catalogue } from '../load/index.js';
import type { Selection } from '../model/index.js';
import { templatesFolder } from '../package-root.js';
import { applyPlan, driftOf, isUpToDate, OutputError, recover } from '../write/index.js';
import { examineFolder } from './check-run.js';
import { shown, specFolder } from './folders.js';
import { inputsOf, isFresh, rememberFresh } from './freshness.js';
import type { GenerateOptions } from './generate.js';
import { ExitCode, UsageError } from './outcome.js';
import { report } from './report.js';
import { watchFolder } from './watch.js';

/** Runs `msdk generate`, and says how the command ends; with --watch it never does. */
export async function generate(options: GenerateOptions): Promise<ExitCode> {
  if (options.check === true && options.watch === true)
    throw new UsageError('--check and --watch exclude each other');
  if (options.watch === true)
    return watchFolder(specFolder(options.spec), () => generateOnce(options));
  return generateOnce(options);
}

async function generateOnce(options: GenerateOptions): Promise<ExitCode> {
  const spec = specFolder(options.spec);
  const key = { spec, out: options.out, only: options.only ?? '' };
  const inputs = inputsOf(key);
  if (options.check !== true && isFresh(key, inputs)) {
    say(options, `${shown(options.out)} is up to date`);
    return ExitCode.nothing;
  }
  const client = startClientThread(templatesFolder);
  try {
    return await generateStale(options, spec, inputs, client);
  } catch (error) {
    if (error instanceof OutputError) throw new UsageError(error.message);
    throw error;
  } finally {
    await client.stop();
  }
}

async function generateStale(
  options: GenerateOptions,
  spec: string,
  inputs: string,
  client: ClientThread,
): Promise<ExitCode> {
  const json = options.json === true;
  const { catalogue, diagnostics, textOf } = examineFolder(spec, false);
  if (catalogue === undefined) {
    report(diagnostics, { json, textOf, root: shown(spec) });
    return ExitCode.findings;
  }
  const selection = selectionOf(options.only, catalogue);
  if (options.check !== true) recover(options.out);
  const { planGeneration } = await import('../generate.js');
  const plan = await planGeneration(catalogue, options.out, selection, client);
  if (options.check === true) {
    const drift = driftOf(plan);
    report(drift, { json, textOf: () => undefined, root: shown(options.out) });
    return drift.length === 0 ? ExitCode.nothing : ExitCode.findings;
  }
  if (!isUpToDate(plan)) applyPlan(plan, options.out);
  rememberFresh({ spec, out: options.out, only: options.only ?? '' }, inputs);
  const { added, changed, removed, files } = plan;
  const counts = [
    `${files.length} files`,
    `${added.length} added`,
    `${changed.length} changed`,
    `${removed.length} removed`,
  ];
  say(options, `${shown(options.out)}: ${counts.join(', ')}`);
  return ExitCode.nothing;
}

function selectionOf(only: string | undefined, catalogue: Catalogue): Selection | undefined {
  if (only === undefined) return undefined;
  const known = new Set(catalogue.endpoints.map(({ entry }) => entry.path.split('/')[1] ?? ''));
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
