// Law: every report is what GitLab's documentation asks of a Code Quality report, with fingerprints
// that are unique within it and stay when lines move.
import { describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../../generator/validate/finding.js';
import { readGitlab } from '../../support/reports/gitlab-reader.js';
import { finding, root, verdict, written } from '../../support/reports/written.js';

const { spot } = finding();

function violations(findings: readonly PlacedFinding[]) {
  return readGitlab(written('gitlab', [verdict({ findings })]));
}

describe('a Code Quality report', () => {
  it('has a violation for each finding', () => {
    const [error, warning] = violations([finding(), finding({ severity: 'warning' })]);
    expect(error).toEqual({
      description: '/openid Expected a string, found 7.',
      check_name: 'wrong-type',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      severity: 'major',
      location: { path: 'logs/one.json', lines: { begin: 3 } },
    });
    expect(warning?.severity).toBe('minor');
  });

  it('is an array without findings too', () => {
    expect(readGitlab(written('gitlab', [verdict()]))).toEqual([]);
  });

  it.each([
    [`${root}/logs/one.json`, 'logs/one.json'],
    ['./a b#.json', 'a b#.json'],
    ['../one.json', '/srv/one.json'],
    ['-', 'stdin'],
  ])('names %s from the root', (file, path) => {
    expect(violations([finding({ spot: { ...spot, file } })])[0]?.location.path).toBe(path);
  });

  it('knows a finding again when lines move, also among repeated ones', () => {
    const at = (line: number) => finding({ spot: { ...spot, line, endLine: line } });
    const prints = (lines: readonly number[]) =>
      violations(lines.map(at)).map(({ fingerprint }) => fingerprint);
    expect(prints([3, 8, 9])).toEqual(prints([4, 11, 12]));
  });
});
