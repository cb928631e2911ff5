// Law: GitHub's runner reads one annotation from each finding, with the texts that were meant, and no
// text can give it a command of its own.
import { describe, expect, it } from 'vitest';
import type { PlacedFinding } from '../../../generator/validate/finding.js';
import { readGithub } from '../../support/reports/github-reader.js';
import {
  bareFinding,
  finding,
  summaryOf,
  verdict,
  written,
} from '../../support/reports/written.js';

function commands(findings: readonly PlacedFinding[]) {
  return readGithub(written('github', [verdict({ findings })]));
}

describe('a workflow command', () => {
  it('is written in the documented form', () => {
    const spot = { ...finding().spot, file: 'a,b:100%.json' };
    const found = bareFinding({ spot, message: '50% of a, b: c' });
    expect(written('github', [verdict({ findings: [found] })])).toBe(
      '::error file=a%2Cb%3A100%25.json,line=3,col=13,endColumn=14,title=wrong-type' +
        '::/openid 50%25 of a, b: c\n',
    );
  });

  it('is read as an annotation with its place, title and words', () => {
    expect(commands([finding(), bareFinding({ severity: 'warning', pointer: '' })])).toEqual([
      {
        name: 'error',
        properties: {
          file: 'logs/one.json',
          line: '3',
          col: '13',
          endColumn: '14',
          title: 'wrong-type',
        },
        data: '/openid Expected a string, found 7.\nWrite "7".',
      },
      expect.objectContaining({ name: 'warning', data: 'Expected a string, found 7.' }),
    ]);
  });

  it('has lines and no columns where a value spans several lines', () => {
    const spot = { ...finding().spot, endLine: 7 };
    expect(commands([finding({ spot })])[0]?.properties).toEqual({
      file: 'logs/one.json',
      line: '3',
      endLine: '7',
      title: 'wrong-type',
    });
  });

  it.each([
    'x\n::error::forged',
    'x\r\n::stop-commands::forged',
    'x%0A::error::forged',
    '::add-mask::forged',
    '##[error]forged',
    '\u2028::error::forged',
    ':\u00ad:error:\u200b:forged',
  ])('cannot be brought in by %j', (text) => {
    const spot = { ...finding().spot, file: text };
    const found = finding({ spot, message: text, pointer: text, code: text, suggestion: text });
    expect(commands([found]).map(({ name }) => name)).toEqual(['error']);
  });

  it('tells what was left out, and nothing where there is nothing to tell', () => {
    const omitted = { ...summaryOf([]), omitted: 4 };
    expect(readGithub(written('github', [], {}, omitted))).toEqual([
      { name: 'notice', properties: {}, data: 'Findings left out: 4' },
    ]);
    expect(written('github', [verdict()])).toBe('');
  });
});

describe('the reader of these tests', () => {
  it('sees what the runner would see', () => {
    const output = 'a\n  ::error file=x%2Cy::one%0Atwo\nb ##[warning]three\n::unknown::\n::error\n';
    expect(readGithub(output)).toEqual([
      { name: 'error', properties: { file: 'x,y' }, data: 'one\ntwo' },
      { name: 'warning', properties: {}, data: 'three' },
    ]);
  });
});
