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
  begin(): Promise<void>;
  verdict(verdict: PlacedVerdict): Promise<void> | undefined;
  end(summary: Summary): Promise<void>;
}

/** Opens the reports that were asked for: `NAME` to the standard output, `NAME=FILE` to a file. */
export async function openReports(
  { reporter = [], json, lang }: ValidateOptions,
  version: string,
): Promise<Reports> {
  const wanted = [...reporter, ...(json === true ? ['json'] : [])];
  const parsed = (wanted.length === 0 ? ['pretty'] : wanted).map(parseReporter);
  if (parsed.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      'only one report can go to the standard output; write others as NAME=FILE',
    );
  const all = await Promise.all(
    parsed.map(async ({ name, file }) => {
      const color =
        name === 'pretty' && file === undefined && process.stdout.isTTY && !process.env['NO_COLOR'];
      const options = { color, language: lang, version, root: process.cwd() };
      return { reporter: createReporter(name, options), sink: await sinkOf(file) };
    }),
  );
  return reportsTo(
    all,
    parsed.some(({ name, file }) => file === undefined && name !== 'pretty'),
  );
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
    const { code = 'error' } = error as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be written (${code})`);
  }
}

function reportsTo(
  all: readonly { readonly reporter: Reporter; readonly sink: Sink }[],
  ownsStdout: boolean,
): Reports {
  return {
    everyVerdict: all.some(({ reporter }) => reporter.everyVerdict),
    ownsStdout,
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
      for (const { reporter, sink } of all) {
        await sink.write(reporter.end(summary));
        await sink.end();
      }
    },
  };
}
