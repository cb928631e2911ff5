// Law: every report is TAP from its first line to its plan, read strictly, and its blocks are YAML.
import { describe, expect, it } from 'vitest';
import { readTap } from '../../support/reports/tap-reader.js';
import {
  bareFinding,
  finding,
  summaryOf,
  verdict,
  written,
} from '../../support/reports/written.js';

describe('a TAP stream', () => {
  it('has a point for each verdict, with its findings', () => {
    const warning = bareFinding({ severity: 'warning' });
    const { version, points } = readTap(
      written('tap', [
        verdict(),
        verdict({ line: 4, findings: [finding(), warning] }),
        verdict({ line: 6, endpoint: '', findings: [warning] }),
      ]),
    );
    const bare = {
      severity: 'warning',
      code: 'wrong-type',
      message: 'Expected a string, found 7.',
      pointer: '/openid',
      line: 3,
      column: 13,
    };
    const whole = { ...bare, severity: 'error', suggestion: 'Write "7".', source: 'msdk-en:120' };
    expect(version).toBe(14);
    expect(points).toEqual([
      { ok: true, id: 1, name: '/auth/verify_login (logs/one.json:1)', findings: [] },
      { ok: false, id: 2, name: '/auth/verify_login (logs/one.json:4)', findings: [whole, bare] },
      { ok: true, id: 3, name: '(logs/one.json:6)', findings: [bare] },
    ]);
  });

  it('has its plan at the end', () => {
    expect(written('tap', [verdict(), verdict()]).split('\n').slice(-2)).toEqual(['1..2', '']);
  });

  it('is one without points too', () => {
    expect(readTap(written('tap', [])).points).toEqual([]);
  });

  it('tells what was left out', () => {
    const omitted = { ...summaryOf([]), omitted: 2 };
    const { comments } = readTap(written('tap', [verdict()], {}, omitted));
    expect(comments.join('')).toContain('# findings left out: 2');
  });

  it.each(['/a # SKIP', '/a # TODO {', '/a \\# skip \\', '1..9', 'Bail out!'])(
    'takes %j for a name',
    (endpoint) => {
      const { points } = readTap(written('tap', [verdict({ endpoint, findings: [finding()] })]));
      expect(points).toMatchObject([{ ok: false, name: `${endpoint} (logs/one.json:1)` }]);
    },
  );
});
