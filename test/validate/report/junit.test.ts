// Law: every report is XML, valid by the schema of Jenkins, with a suite for each file whose counts
// are those of its cases.
import { describe, expect, it } from 'vitest';
import { createReporter } from '../../../generator/validate/report/index.js';
import { readJunit } from '../../support/reports/junit-reader.js';
import {
  bareFinding,
  finding,
  root,
  summaryOf,
  verdict,
  written,
} from '../../support/reports/written.js';

describe('a JUnit report', () => {
  it('has a suite for each file and a case for each verdict', () => {
    const suites = readJunit(
      written('junit', [
        verdict(),
        verdict({ line: 5, findings: [finding(), bareFinding({ code: 'missing-member' })] }),
        verdict({ file: 'two.json', line: 2, findings: [bareFinding({ severity: 'warning' })] }),
        verdict({ file: 'two.json', line: 9, endpoint: '' }),
      ]),
    );
    expect(suites.map(({ name, tests, failures }) => [name, tests, failures])).toEqual([
      ['logs/one.json', 2, 1],
      ['two.json', 2, 0],
    ]);
    const cases = suites.flatMap((suite) => suite.cases);
    expect(cases.map(({ name, classname }) => [name, classname])).toEqual([
      ['/auth/verify_login (line 1)', 'logs/one.json'],
      ['/auth/verify_login (line 5)', 'logs/one.json'],
      ['/auth/verify_login (line 2)', 'two.json'],
      ['line 9', 'two.json'],
    ]);
  });

  it('has errors as failures, and warnings in the output', () => {
    const warning = finding({ severity: 'warning', code: 'deprecated-member' });
    const [suite] = readJunit(
      written('junit', [verdict({ findings: [warning, finding(), warning] })]),
    );
    const details = (severity: string, code: string): string =>
      `logs/one.json:3:13 ${severity} ${code}  /openid Expected a string, found 7.\n` +
      '  Write "7".\n  [msdk-en:120]';
    const line = details('warning', 'deprecated-member');
    expect(suite?.cases[0]?.failures).toEqual([
      {
        type: 'wrong-type',
        message: '/openid Expected a string, found 7.',
        text: details('error', 'wrong-type'),
      },
    ]);
    expect(suite?.cases[0]?.output).toBe(`${line}\n${line}`);
  });

  it('is valid without suites', () => {
    expect(readJunit(written('junit', []))).toEqual([]);
  });

  it('writes a suite as soon as the next file begins', () => {
    const reporter = createReporter('junit', { color: false, language: 'en', version: '1', root });
    expect(reporter.verdict(verdict())).toBe('');
    expect(reporter.verdict(verdict({ file: 'two.json' }))).toContain('name="logs/one.json"');
    expect(reporter.end(summaryOf([]))).toContain('name="two.json"');
  });
});
