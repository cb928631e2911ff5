// Law: a person reads place, code, pointer and reason of each finding in a fixed layout, and the sum
// in their own language; colours add nothing but colour, and no text acts upon the terminal.
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Language, PlacedFinding } from '../../../generator/validate/finding.js';
import { bareFinding, finding, verdict, written } from '../../support/reports/written.js';

function pretty(findings: readonly PlacedFinding[], color = false): string {
  return written('pretty', [verdict({ findings })], { color });
}

describe('a finding for people', () => {
  it('has its place, severity, code, pointer, frame, suggestion and reason', () => {
    expect(pretty([finding()])).toBe(`\
logs/one.json:3:13 error wrong-type  /openid Expected a string, found 7.
  3 |   "openid": 7,
    |             ^
  Write "7".
  The player's openid. [msdk-en:120]
1 error, 0 warnings in 1 payload of 1 file
`);
  });

  it('leaves out what there is not', () => {
    const found = bareFinding({ severity: 'warning', pointer: '' });
    expect(pretty([found])).toBe(`\
logs/one.json:3:13 warning wrong-type  Expected a string, found 7.
0 errors, 1 warning in 1 payload of 1 file
`);
  });

  it('names a source without a sentence', () => {
    expect(pretty([bareFinding(), { ...bareFinding(), source: 'msdk-en:7' }])).toContain(
      '\n  [msdk-en:7]\n',
    );
  });

  it('keeps the tabs of a frame, so that the carets stand right', () => {
    expect(pretty([finding({ frame: ['  3 | \tx\u202e', '    | \t^'] })])).toContain(
      '\n  3 | \tx\\u202e\n    | \t^\n',
    );
  });
});

describe('the last line', () => {
  const summary = { files: 2, payloads: 12, errors: 3, warnings: 1, deprecations: 1, omitted: 0 };
  const last = (language: Language, omitted: number): string =>
    written('pretty', [], { language }, { ...summary, omitted });

  it.each([
    ['en', 0, '3 errors, 1 warning in 12 payloads of 2 files\n'],
    ['en', 1, '3 errors, 1 warning in 12 payloads of 2 files; 1 finding left out\n'],
    ['zh', 0, '2 个文件的 12 份数据中有 3 个错误、1 个警告\n'],
    ['zh', 5, '2 个文件的 12 份数据中有 3 个错误、1 个警告；另有 5 项未列出\n'],
    ['ko', 0, '파일 2개의 페이로드 12개에서 오류 3개, 경고 1개\n'],
    ['ko', 5, '파일 2개의 페이로드 12개에서 오류 3개, 경고 1개; 5개는 표시하지 않음\n'],
  ] as const)('sums up in %s with %i left out', (language, omitted, expected) => {
    expect(last(language, omitted)).toBe(expected);
  });

  it('is the only one where nothing is wrong', () => {
    expect(written('pretty', [verdict(), verdict({ line: 9 })])).toBe(
      '0 errors, 0 warnings in 2 payloads of 1 file\n',
    );
  });
});

describe('colours', () => {
  it('change nothing but the colour, and tell errors from warnings', () => {
    const findings = [finding(), finding({ severity: 'warning' })];
    const coloured = pretty(findings, true);
    expect(stripVTControlCharacters(coloured)).toBe(pretty(findings));
    expect(coloured).toContain('\u001b[31merror');
    expect(coloured).toContain('\u001b[33mwarning');
    expect(pretty(findings)).not.toContain('\u001b');
  });
});
