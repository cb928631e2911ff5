import type { PlacedFinding, PlacedVerdict, Summary } from '../../../generator/validate/finding.js';
import {
  createReporter,
  type ReporterName,
  type ReporterOptions,
} from '../../../generator/validate/report/index.js';

/** The working directory of all reports in the tests. */
export const root = '/srv/game';

const options: ReporterOptions = { color: false, language: 'en', version: '1.2.3', root };

/** A finding that has everything, changed as told. */
export function finding(changes: Partial<PlacedFinding> = {}): PlacedFinding {
  return {
    severity: 'error',
    code: 'wrong-type',
    message: 'Expected a string, found 7.',
    pointer: '/openid',
    endpoint: '/auth/verify_login',
    spot: { file: 'logs/one.json', line: 3, column: 13, endLine: 3, endColumn: 14 },
    suggestion: 'Write "7".',
    source: 'msdk-en:120',
    about: "The player's openid.",
    frame: ['  3 |   "openid": 7,', '    |             ^'],
    ...changes,
  };
}

/** The same as a finding has where nothing may be left out but what is optional. */
export function bareFinding(changes: Partial<PlacedFinding> = {}): PlacedFinding {
  const { suggestion: _suggestion, source: _source, about: _about, ...rest } = finding(changes);
  return { ...rest, frame: [] };
}

/** A verdict about the first exchange of a file, changed as told. */
export function verdict(changes: Partial<PlacedVerdict> = {}): PlacedVerdict {
  return {
    file: 'logs/one.json',
    line: 1,
    endpoint: '/auth/verify_login',
    findings: [],
    ...changes,
  };
}

/** What the verdicts come to. */
export function summaryOf(verdicts: readonly PlacedVerdict[]): Summary {
  const findings = verdicts.flatMap((each) => each.findings);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return {
    files: new Set(verdicts.map(({ file }) => file)).size,
    payloads: verdicts.length,
    errors: findings.length - warnings.length,
    warnings: warnings.length,
    deprecations: warnings.filter(({ code }) => code.startsWith('deprecated-')).length,
    omitted: 0,
  };
}

/** A whole report, written as the command writes it: a reporter is told of no more than it asks for. */
export function written(
  name: ReporterName,
  verdicts: readonly PlacedVerdict[],
  changes: Partial<ReporterOptions> = {},
  summary: Summary = summaryOf(verdicts),
): string {
  const reporter = createReporter(name, { ...options, ...changes });
  const told = verdicts.filter(({ findings }) => reporter.everyVerdict || findings.length > 0);
  return [
    reporter.begin(),
    ...told.map((each) => reporter.verdict(each)),
    reporter.end(summary),
  ].join('');
}
