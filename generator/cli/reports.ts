import type { PlacedVerdict, Summary } from '../validate/finding.js';
import { createReporter, reporterNames, type ReporterName } from '../validate/report/index.js';
import type { Reporter } from '../validate/report/reporter.js';
import { UsageError } from './outcome.js';
import { Sink } from './sink.js';
import type { ValidateOptions } from './validate.js';

/** Every report of a run, each written where it goes. */
export interface Reports {
  readonly everyVerdict: boolean;
  /** Whether a report for programs goes to the standard output. */
  readonly ownsStdout: boolean;
  /** Whether there is no report left that anybody could read. */
  readonly isOver: () => boolean;
  begin(): Promise<void>;
  verdict(verdict: PlacedVerdict): Promise<void> | undefined;
  end(summary: Summary): Promise<void>;
}

/** Opens the reports that were asked for: `NAME` to the standard output, `NAME=FILE` to a file. */
export async function openReports(options: ValidateOptions, version: string): Promise<Reports> {
  const parsed = wantedReports(options);
  if (parsed.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      'only one report can go to the standard output; write others as NAME=FILE',
    );
  const all = await Promise.all(
    parsed.map(async ({ name, file }) => {
      const color =
        name === 'pretty' && file === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
      const settings = { color, language: options.lang, version, root: process.cwd() };
      return { reporter: createReporter(name, settings), sink: await sinkOf(file), file };
    }),
  );
  return reportsTo(
    all,
    parsed.some(({ name, file }) => file === undefined && name !== 'pretty'),
  );
}

/** The files to which reports go. */
export function reportFiles(options: Pick<ValidateOptions, 'reporter' | 'json'>): string[] {
  return wantedReports(options).flatMap(({ file }) => file ?? []);
}

function wantedReports({ reporter, json }: Pick<ValidateOptions, 'reporter' | 'json'>) {
  const wanted = [...reporter, ...(json === true ? ['json'] : [])];
  return (wanted.length === 0 ? ['pretty'] : wanted).map(parseReporter);
}

function parseReporter(text: string): { name: ReporterName; file: string | undefined } {
  const [, name = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (!(reporterNames as readonly string[]).includes(name) || file === '')
    throw new UsageError(
      `--reporter ${text}: it is NAME or NAME=FILE, with NAME one of ${reporterNames.join(', ')}`,
    );
  return { name: name as ReporterName, file };
}

async function sinkOf(file: string | undefined): Promise<Sink> {
  if (file === undefined) return Sink.toStdout();
  try {
    return await Sink.toFile(file);
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): UsageError {
  const { code = 'error' } = error as NodeJS.ErrnoException;
  return new UsageError(`${file} cannot be written (${code})`);
}

interface Report {
  readonly reporter: Reporter;
  readonly sink: Sink;
  readonly file: string | undefined;
}

function reportsTo(all: readonly Report[], ownsStdout: boolean): Reports {
  return {
    everyVerdict: all.some(({ reporter }) => reporter.everyVerdict),
    ownsStdout,
    isOver: () => all.every(({ sink }) => sink.isGone),
    async begin() {
      for (const { reporter, sink } of all) await sink.write(reporter.begin());
    },
    verdict(verdict) {
      const waits = all.flatMap(({ reporter, sink }) => {
        if (verdict.findings.length === 0 && !reporter.everyVerdict) return [];
        return sink.write(reporter.verdict(verdict)) ?? [];
      });
      return waits.length === 0 ? undefined : Promise.all(waits).then(() => undefined);
    },
    async end(summary) {
      for (const { reporter, sink, file = '' } of all) {
        await sink.write(reporter.end(summary));
        await sink.end().catch((error: unknown) => {
          throw unwritable(file, error);
        });
      }
    },
  };
}
