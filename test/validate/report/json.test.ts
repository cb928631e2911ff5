// Law: a report for programs is JSON whatever was found, and has exactly the members that are
// promised, in their order.
import { describe, expect, it } from 'vitest';
import { jsonText } from '../../../generator/validate/report/json-text.js';
import {
  bareFinding,
  finding,
  summaryOf,
  verdict,
  written,
} from '../../support/reports/written.js';

interface Report {
  readonly findings: readonly Record<string, unknown>[];
  readonly summary: Record<string, number>;
}

const whole = {
  severity: 'error',
  code: 'wrong-type',
  message: 'Expected a string, found 7.',
  pointer: '/openid',
  endpoint: '/auth/verify_login',
  file: 'logs/one.json',
  line: 3,
  column: 13,
  suggestion: 'Write "7".',
  source: 'msdk-en:120',
};

describe('the report as one object', () => {
  const read = (text: string): Report => JSON.parse(text) as Report;

  it('has every finding with its members in their order, and the summary', () => {
    const verdicts = [
      verdict({ findings: [finding(), bareFinding()] }),
      verdict(),
      verdict({ file: 'two.json', findings: [finding()] }),
    ];
    const { findings, summary } = read(written('json', verdicts));
    const { suggestion: _suggestion, source: _source, ...bare } = whole;
    expect(findings.map((each) => JSON.stringify(each))).toEqual(
      [whole, bare, whole].map((each) => JSON.stringify(each)),
    );
    expect(summary).toEqual(summaryOf(verdicts));
  });

  it('is one without findings too', () => {
    const { findings, summary } = read(written('json', []));
    expect(findings).toEqual([]);
    expect(Object.keys(summary)).toEqual([
      'files',
      'payloads',
      'errors',
      'warnings',
      'deprecations',
      'omitted',
    ]);
  });
});

describe('the report as lines', () => {
  it('has a line for each verdict, ok or not, in their order', () => {
    const warning = bareFinding({ severity: 'warning' });
    const verdicts = [
      verdict(),
      verdict({ line: 2, findings: [finding()] }),
      verdict({ line: 3, endpoint: '', findings: [warning] }),
    ];
    const { file: _file, ...within } = whole;
    const { suggestion: _suggestion, source: _source, ...bare } = within;
    const place = { endpoint: '/auth/verify_login', file: 'logs/one.json' };
    expect(written('ndjson', verdicts)).toBe(
      [
        { ok: true, ...place, line: 1 },
        { ok: false, ...place, line: 2, findings: [within] },
        { ok: true, ...place, endpoint: '', line: 3, findings: [{ ...bare, severity: 'warning' }] },
      ]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(''),
    );
  });

  it('is empty where nothing was looked at', () => {
    expect(written('ndjson', [])).toBe('');
  });
});

describe('the text of JSON', () => {
  it.each(['\u001b', '\u009b2J', '\u202e', '\u2028', '\u007f', '\u{e0001}', '\ud800', 'é名😀'])(
    'reads back, and has nothing in it that acts: %j',
    (text) => {
      const encoded = jsonText({ [text]: text });
      expect(JSON.parse(encoded)).toEqual({ [text]: text });
      expect(encoded).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    },
  );
});
