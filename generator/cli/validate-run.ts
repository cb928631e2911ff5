import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { packageRoot, packageVersion } from '../package-root.js';
import type { PlacedVerdict } from '../validate/finding.js';
import { discoverInputs, type DiscoveryProblem } from '../validate/input/discover.js';
import { readKeys, type Keys } from '../validate/judge/keys.js';
import { Knowledge, type ServiceFacts } from '../validate/knowledge.js';
import { problemWords } from '../validate/place/place.js';
import type { Problem } from '../validate/problem.js';
import { Router } from '../validate/route.js';
import type { RunOptions } from '../validate/run/options.js';
import { run } from '../validate/run/run.js';
import { Tally, type FailOn } from '../validate/tally.js';
import { vocabularyOf } from '../validate/words/index.js';
import { ExitCode, UsageError } from './outcome.js';
import { OwnFiles } from './own-files.js';
import { openReports, reportFiles } from './reports.js';
import type { ValidateOptions } from './validate.js';
import { wholeNumber } from './whole-number.js';

/** Runs `msdk validate`, and says how the command ends. */
export async function validate(
  files: readonly string[],
  options: ValidateOptions,
): Promise<ExitCode> {
  const runOptions = runOptionsOf(options);
  const failOn = failLevels(options.failOn ?? []);
  const most = options.max === undefined ? Infinity : wholeNumber('--max', options.max, 0);
  const jobs =
    options.jobs === undefined ? threads() : wholeNumber('--jobs', options.jobs, 1, mostJobs);
  const coverage = await coverageOf(options);
  const own = ownFilesOf(options);
  own.guard(files);
  const reports = await openReports(options, packageVersion());
  const { inputs: found, problems } = await discoverInputs(files, process.cwd());
  const inputs = found.filter(({ path }) => !own.has(path));
  const tally = new Tally(inputs.length, most);
  const tell = (verdict: PlacedVerdict): Promise<void> | undefined => {
    const shown = tally.take(verdict, reports.everyVerdict);
    return shown && reports.verdict(shown);
  };
  await reports.begin();
  for (const problem of problems) await tell(verdictOf(problem, runOptions));
  const outcome = await run({
    inputs,
    options: {
      ...runOptions,
      everyVerdict: reports.everyVerdict,
      withCoverage: coverage !== undefined,
    },
    jobs,
    stdin: process.stdin,
    onVerdict: tell,
    isOver: reports.isOver,
  });
  // Who writes to it would be waited for.
  if (reports.isOver()) process.stdin.destroy();
  const summary = tally.summary(outcome.payloads);
  await reports.end(summary);
  const isCovered =
    coverage === undefined || (await coverage.report(runOptions, outcome.counts, reports));
  if (tally.hasUnreadable) return ExitCode.unusable;
  return tally.fails(failOn) || !isCovered ? ExitCode.findings : ExitCode.nothing;
}

async function coverageOf({ coverage, minCoverage, lang }: ValidateOptions) {
  if (coverage === undefined && minCoverage === undefined) return undefined;
  const { planCoverage } = await import('./coverage.js');
  return planCoverage({ file: coverage, minimum: minCoverage, language: lang });
}

function ownFilesOf(options: ValidateOptions): OwnFiles {
  const { coverage, keyFile } = options;
  const written = [...reportFiles(options), ...(typeof coverage === 'string' ? [coverage] : [])];
  return new OwnFiles(written, keyFile === undefined ? [] : [keyFile]);
}

/** Threads that no machine has a use for more of: each takes memory before it does anything. */
const mostJobs = 256;

function threads(): number {
  return Math.min(mostJobs, Math.max(1, availableParallelism()));
}

function runOptionsOf(options: ValidateOptions): RunOptions {
  if (options.request === true && options.response === true)
    throw new UsageError('--request and --response exclude each other');
  const validators =
    options.generated === undefined
      ? join(packageRoot, 'generated', 'validators')
      : join(options.generated, 'validators');
  const service = serviceOf(validators);
  const baseUrls = (options.baseUrl ?? []).map(baseUrl);
  const part =
    options.request === true ? 'request' : options.response === true ? 'response' : undefined;
  return {
    validators,
    language: options.lang,
    isLenient: options.lenient === true,
    keys: keysOf(options.keyFile),
    baseUrls,
    maxBytes: wholeNumber('--max-bytes', options.maxBytes, 1),
    hints: {
      endpoint: endpointOf(options.endpoint, service, baseUrls),
      part,
      withDuplicates: options.duplicates === true,
    },
    format: options.format,
    everyVerdict: false,
    withCoverage: false,
  };
}

function serviceOf(validators: string): ServiceFacts {
  try {
    return new Knowledge(validators).service;
  } catch {
    throw new UsageError(
      `there are no validators in ${validators}; run msdk generate, or name the output folder with --generated`,
    );
  }
}

function endpointOf(
  endpoint: string | undefined,
  service: ServiceFacts,
  baseUrls: readonly string[],
): string | undefined {
  if (endpoint === undefined) return undefined;
  const route = new Router(service, baseUrls).find(endpoint);
  if (route.kind === 'endpoint') return route.path;
  const near = route.kind === 'unknown' ? route.suggestion : undefined;
  const hint = near === undefined ? '' : `; did you mean ${near}?`;
  throw new UsageError(`--endpoint ${endpoint}: there is no such endpoint${hint}`);
}

function baseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--base-url ${text}: it must be an address such as http://127.0.0.1:8080`);
  return url.href;
}

function keysOf(file: string | undefined): Keys | undefined {
  if (file !== undefined) {
    const keys = readKeys(keyText(file));
    if (typeof keys === 'string') throw new UsageError(`--key-file ${file}: ${keys}`);
    return keys;
  }
  const { MSDK_APPKEY: appkey, MSDK_MSDKKEY: msdkkey } = process.env;
  const other = { ...(appkey ? { appkey } : {}), ...(msdkkey ? { msdkkey } : {}) };
  return Object.keys(other).length === 0 ? undefined : { byApp: {}, other };
}

function keyText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`--key-file ${file}: it cannot be read (${code})`);
  }
}

const levels: readonly FailOn[] = ['error', 'warning', 'deprecation'];

function failLevels(given: readonly string[]): ReadonlySet<FailOn> {
  const names = given.flatMap((text) => text.split(',')).map((name) => name.trim());
  for (const name of names)
    if (!(levels as readonly string[]).includes(name))
      throw new UsageError(`--fail-on ${name}: it is one of ${levels.join(', ')}`);
  return new Set(names as FailOn[]);
}

/** What is said of an argument that gives nothing to be read. */
function verdictOf(problem: DiscoveryProblem, { language }: RunOptions): PlacedVerdict {
  const file = problem.argument;
  const words = problemWords(asProblem(problem), vocabularyOf(language));
  const spot = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const finding = { ...words, pointer: '', endpoint: '', spot, frame: [] };
  return { file, line: 1, endpoint: '', findings: [finding] };
}

function asProblem(problem: DiscoveryProblem): Problem {
  const { argument } = problem;
  if (problem.kind === 'unreadable') {
    const { name, code } = problem;
    return { code: 'unreadable', params: { name, code } };
  }
  const params = { argument };
  if (problem.kind !== 'missing-file' || problem.suggestion === undefined)
    return { code: problem.kind, params };
  return { code: problem.kind, params, hint: { kind: 'did-you-mean', name: problem.suggestion } };
}
