// Law: every log is SARIF 2.1.0 by the published schema, names files as another machine can find
// them, and tells a finding by a fingerprint that stays when lines move.
import { describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../../generator/validate/finding.js';
import { readSarif, shownMessage, type SarifResult } from '../../support/reports/sarif-reader.js';
import { finding, root, verdict, written } from '../../support/reports/written.js';

function results(findings: readonly PlacedFinding[]): readonly SarifResult[] {
  return readSarif(written('sarif', [verdict({ findings })])).results;
}

function inFile(file: string): { uri: string; uriBaseId?: string } {
  const [result] = results([finding({ spot: { ...finding().spot, file } })]);
  if (result === undefined) throw new Error('No result.');
  return result.locations[0].physicalLocation.artifactLocation;
}

describe('a log', () => {
  it('has results with level, region and words', () => {
    const [error, warning] = results([finding(), finding({ severity: 'warning', pointer: '' })]);
    expect(error).toMatchObject({
      ruleId: 'wrong-type',
      level: 'error',
      message: { text: '/openid Expected a string, found 7.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'logs/one.json', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 14 },
          },
        },
      ],
      properties: {
        endpoint: '/auth/verify_login',
        pointer: '/openid',
        suggestion: 'Write "7".',
        source: 'msdk-en:120',
      },
    });
    expect(warning).toMatchObject({ level: 'warning', message: { text: finding().message } });
  });

  it('lists each rule once, and each result points at its own', () => {
    const codes = ['wrong-type', 'missing-member', 'wrong-type', 'deprecated-member'];
    const run = readSarif(
      written(
        'sarif',
        codes.map((code) => verdict({ findings: [finding({ code })] })),
      ),
    );
    const { rules, version } = run.tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...new Set(codes)]);
    expect(run.results.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(codes);
    expect(version).toBe('1.2.3');
    expect(run.columnKind).toBe('utf16CodeUnits');
  });

  it('is valid without results', () => {
    const run = readSarif(written('sarif', [verdict()]));
    expect(run.results).toEqual([]);
    expect(run.tool.driver.rules).toEqual([]);
  });
});

describe('the words of a result', () => {
  it.each(['{"a": {0}}', '[here](javascript:x)', '[a\\](b)[c](1)', 'para[0]{{1}}', '[](x)'])(
    'are shown as they are, not as a link or a placeholder: %j',
    (message) => {
      const [result] = results([finding({ message, pointer: '' })]);
      expect(result && shownMessage(result)).toBe(message.replaceAll('](', '] ('));
    },
  );
});

describe('the name of a file', () => {
  it.each([
    ['a b/ü#?%.json', 'a%20b/%C3%BC%23%3F%25.json'],
    ['c:x/a:b.json', 'c%3Ax/a%3Ab.json'],
    ['./logs/../logs/one.json', 'logs/one.json'],
    [`${root}/deep/one.json`, 'deep/one.json'],
    ['..hidden/one.json', '..hidden/one.json'],
    ['line\nend\u202e.json', 'line%0Aend%E2%80%AE.json'],
    ['half\ud800.json', 'half%EF%BF%BD.json'],
  ])('%j is told from the root', (file, uri) => {
    expect(inFile(file)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it.each([
    ['../other/a b.json', 'file:///srv/other/a%20b.json'],
    ['/tmp/x%\n.json', 'file:///tmp/x%25%0A.json'],
  ])('%j is absolute where it is not below the root', (file, uri) => {
    expect(inFile(file)).toEqual({ uri });
  });

  it('is no path where the input is none', () => {
    expect(inFile('-')).toEqual({ uri: 'stdin' });
  });
});

describe('the fingerprint of a result', () => {
  const prints = (findings: readonly PlacedFinding[]): unknown[] =>
    results(findings).map(({ partialFingerprints }) => partialFingerprints['finding/v1']);
  const { spot } = finding();

  it('stays when lines move and words change', () => {
    const moved = finding({
      message: 'In other words.',
      spot: { ...spot, line: 90, endLine: 91, column: 2, endColumn: 5 },
    });
    expect(prints([moved])).toEqual(prints([finding()]));
  });

  it('is another for each file, endpoint, code and pointer', () => {
    const others = [
      finding(),
      finding({ code: 'missing-member' }),
      finding({ pointer: '/appid' }),
      finding({ endpoint: '/auth/refresh' }),
      finding({ spot: { ...spot, file: 'two.json' } }),
    ];
    const alone = others.map((other) => prints([other])[0]);
    expect(new Set(alone).size).toBe(others.length);
    expect(prints(others)).toEqual(alone);
  });

  it('is another for each repetition', () => {
    const repeated = [finding(), finding(), finding()];
    expect(new Set(prints(repeated)).size).toBe(repeated.length);
  });
});
