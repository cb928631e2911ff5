import type { ReportContext } from './report-context.js';
import type { ReportFinding } from './report-error.js';
import { refusedTypes, reportTypes } from './report-types.js';
import type { ReportValues } from './report-values.js';
import { timeRemedy, unixSeconds } from './unix-seconds.js';

/** What a report holds that it must not, and lacks that it must hold. */
export function findingsOf(values: ReportValues, context: ReportContext): ReportFinding[] {
  const sent = Object.keys(values).filter(
    (name) => values[name as keyof ReportValues] !== undefined,
  );
  return [
    ...refused(sent),
    ...missing(sent, context),
    ...(sent.some((name) => typeOf(name)?.settles) ? settlementFindings(context) : []),
  ];
}

function refused(sent: readonly string[]): ReportFinding[] {
  return sent
    .filter((name) => typeOf(name) === undefined)
    .map((name) => ({
      name,
      ...((Object.hasOwn(refusedTypes, name) ? refusedTypes[name] : undefined) ?? {
        problem: 'is no value of a report',
        remedy: 'use a name of ReportValues',
      }),
    }));
}

function missing(
  sent: readonly string[],
  { severalModes, severalZones }: ReportContext,
): ReportFinding[] {
  const required: [string, string][] = [['platform', 'every report']];
  if (severalModes) required.push(['gameMode', 'every report of a game with several modes']);
  if (severalZones)
    for (const name of ['zone', 'server', 'roleId'])
      required.push([name, 'every report of a game with several zones']);
  if (sent.some((name) => typeOf(name)?.ofGuild))
    required.push(['guildId', 'every value about a guild']);
  return required
    .filter(([name]) => !sent.includes(name))
    .map(([name, reason]) => ({
      name,
      problem: 'is missing',
      remedy: `give it with ${reason}`,
    }));
}

function settlementFindings({ settlement, now }: ReportContext): ReportFinding[] {
  const name = 'settlement';
  if (settlement === 'never') return [];
  if (settlement === undefined)
    return [{ name, problem: 'is missing', remedy: 'say when score and challengeScore expire' }];
  const seconds = unixSeconds(settlement);
  const present = unixSeconds(now ?? new Date());
  if (present === undefined)
    return [{ name: 'now', problem: 'is no time in seconds', remedy: timeRemedy }];
  if (seconds === undefined)
    return [{ name, problem: 'is no time in seconds', remedy: timeRemedy }];
  return seconds > present
    ? []
    : [{ name, problem: 'is past', remedy: 'give the time of the next settlement' }];
}

function typeOf(name: string): (typeof reportTypes)[keyof ReportValues] | undefined {
  return Object.hasOwn(reportTypes, name) ? reportTypes[name as keyof ReportValues] : undefined;
}
