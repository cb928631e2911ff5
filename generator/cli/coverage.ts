import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ErrorTable } from '../../templates/runtime/error-table.js';
import {
  CoverageCounter,
  coverageJson,
  coverageOf,
  coverageText,
  isBelow,
  parseThreshold,
  type Counts,
  type CoverageReport,
  type Threshold,
} from '../validate/coverage/index.js';
import type { Language } from '../validate/finding.js';
import { Knowledge } from '../validate/knowledge.js';
import type { RunOptions } from '../validate/run/options.js';
import { UsageError } from './outcome.js';
import type { Reports } from './reports.js';

/** What was asked about coverage. */
export interface CoverageWish {
  /** The file for the figures; true for a text to people; nothing where only the minimum matters. */
  readonly file: true | string | undefined;
  readonly minimum: string | undefined;
  readonly language: Language;
}

/** Tells how much was exercised, and whether it was enough. */
export interface CoveragePlan {
  report(options: RunOptions, counts: readonly Counts[], reports: Reports): Promise<boolean>;
}

/** Gets ready to tell what the payloads exercise. */
export function planCoverage({ file, minimum, language }: CoverageWish): CoveragePlan {
  const threshold = minimum === undefined ? undefined : thresholdOf(minimum);
  if (typeof file === 'string') guard(file);
  return {
    async report(options, counts, { ownsStdout }) {
      const report = await reportOf(options, counts);
      const text = coverageText(report, language);
      if (file === true) (ownsStdout ? process.stderr : process.stdout).write(`\n${text}`);
      if (typeof file === 'string') writeJson(file, report);
      if (threshold === undefined || !isBelow(report, threshold)) return true;
      const [totals = ''] = text.trimEnd().split('\n').slice(-1);
      process.stderr.write(`msdk: --min-coverage ${minimum ?? ''} is not reached: ${totals}\n`);
      return false;
    },
  };
}

/**
 * Throws where figures would be written over something else: the word behind --coverage is taken for
 * their file, and may have been meant as one to be read.
 */
function guard(file: string): void {
  if (existsSync(file) && !holdsFigures(file))
    throw new UsageError(
      `--coverage ${file}: it is there, and holds no coverage; put --coverage behind the files, or name another`,
    );
}

function holdsFigures(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' || /^\{\s*"all":\s*\{\s*"seen":/.test(text);
  } catch {
    return false;
  }
}

function thresholdOf(text: string): Threshold {
  const parsed = parseThreshold(text);
  if ('reason' in parsed) throw new UsageError(`--min-coverage ${text}: ${parsed.reason}`);
  return parsed.threshold;
}

async function reportOf(
  { validators }: RunOptions,
  counts: readonly Counts[],
): Promise<CoverageReport> {
  const knowledge = new Knowledge(validators);
  const { paths, tables } = knowledge.service;
  const byId: ReadonlyMap<string, ErrorTable> = new Map(tables.map((table) => [table.id, table]));
  const all = await Promise.all(paths.map(async (path) => (await knowledge.load(path)).facts));
  const counter = new CoverageCounter(byId);
  for (const one of counts) counter.merge(one);
  return coverageOf(all, byId, counter.counts());
}

function writeJson(file: string, report: CoverageReport): void {
  try {
    writeFileSync(file, `${JSON.stringify(coverageJson(report), null, 2)}\n`);
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be written (${code})`);
  }
}
