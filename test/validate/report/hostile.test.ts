// Law: whatever the texts are, every report can be read by its readers and gives the texts back, as
// they are or with what would act made visible. Nothing in it acts upon a terminal.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlacedFinding, PlacedVerdict } from '../../../generator/validate/finding.js';
import { reporterNames } from '../../../generator/validate/report/index.js';
import { legible } from '../../../generator/validate/report/legible.js';
import { hostileTexts } from '../../support/hostile-texts.js';
import { readGithub } from '../../support/reports/github-reader.js';
import { readGitlab } from '../../support/reports/gitlab-reader.js';
import { readJunit } from '../../support/reports/junit-reader.js';
import { readSarif, shownMessage } from '../../support/reports/sarif-reader.js';
import { readTap } from '../../support/reports/tap-reader.js';
import { summaryOf, written } from '../../support/reports/written.js';

const pieces = [
  ...hostileTexts,
  ...Array.from('"\'<>&%#\\{}[]():,;= \t\r\n-.!|*'),
  ...[']]>', '-->', '::error::', '##[error]', '%0A', '%25', '\n::error::x', '\r\n##[error]x'],
  ...[
    '\u001b[2J',
    '\u202e',
    '\ud800',
    '\udc00',
    '\ufffe',
    '\uffff',
    '\u{1fffe}',
    '\u0000',
    '\u0085',
  ],
  ...['\nnot ok 9', '\nBail out!', '\n  ...\n', '\n  ---\n', '\n1..3', '# SKIP', '{0}', '](x)'],
];

/** A text that is more than blanks at its ends would be, since readers trim names. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((all) => all.join('')),
  )
  .map((middle) => `‹${middle}›`);

const spot = (file: string) =>
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), fc.nat(2))
    .map(([line, column, more]) => ({
      file,
      line,
      column,
      endLine: line + more,
      endColumn: column + 1,
    }));

const finding = (file: string, endpoint: string): fc.Arbitrary<PlacedFinding> =>
  fc.record(
    {
      severity: fc.constantFrom('error', 'warning'),
      code: text,
      message: text,
      pointer: fc.oneof(fc.constant(''), text),
      endpoint: fc.constant(endpoint),
      spot: spot(file),
      suggestion: text,
      source: text,
      about: text,
      frame: fc.array(text, { maxLength: 3 }),
    },
    { requiredKeys: ['severity', 'code', 'message', 'pointer', 'endpoint', 'spot', 'frame'] },
  );

const verdict: fc.Arbitrary<PlacedVerdict> = fc
  .tuple(text, fc.oneof(fc.constant(''), text), fc.integer({ min: 1, max: 99 }))
  .chain(([file, endpoint, line]) =>
    fc
      .array(finding(file, endpoint), { maxLength: 3 })
      .map((findings) => ({ file, line, endpoint, findings })),
  );

const verdicts = fc.array(verdict, { maxLength: 4 });

/** Holds a law about what all findings of a report say. */
function always(
  law: (all: readonly PlacedVerdict[], found: readonly PlacedFinding[]) => void,
): void {
  fc.assert(
    fc.property(verdicts, (all) =>
      law(
        all,
        all.flatMap(({ findings }) => findings),
      ),
    ),
    { numRuns: 300 },
  );
}

const words = ({ pointer, message }: PlacedFinding): string =>
  pointer === '' ? message : `${pointer} ${message}`;

/** Everything but the end of a line, which each format has of its own. */
const acting = /[\p{Cs}\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

describe('hostile texts', () => {
  it('are read back from json', () =>
    always((all, found) => {
      const read = JSON.parse(written('json', all)) as {
        findings: Record<'code' | 'message' | 'pointer' | 'file', string>[];
      };
      expect(
        read.findings.map((each) => [each.code, each.message, each.pointer, each.file]),
      ).toEqual(found.map((each) => [each.code, each.message, each.pointer, each.spot.file]));
    }));

  it('are read back from ndjson, a line for each verdict', () =>
    always((all) => {
      const lines = written('ndjson', all).split('\n').slice(0, -1);
      const read = lines.map((line) => JSON.parse(line) as Partial<PlacedVerdict>);
      expect(
        read.map(({ file, endpoint, findings = [] }) => [file, endpoint, findings.length]),
      ).toEqual(all.map(({ file, endpoint, findings }) => [file, endpoint, findings.length]));
    }));

  it('are read back from sarif, which stays valid', () =>
    always((all, found) => {
      const { results } = readSarif(written('sarif', all));
      expect(results.map((each) => [each.ruleId, shownMessage(each)])).toEqual(
        found.map((each) => [each.code, words(each).replaceAll('](', '] (')]),
      );
    }));

  it('are read back from gitlab, which stays valid', () =>
    always((all, found) => {
      const read = readGitlab(written('gitlab', all));
      expect(read.map((each) => [each.check_name, each.description])).toEqual(
        found.map((each) => [each.code, words(each)]),
      );
    }));

  it('are read back from github, a command for each finding', () =>
    always((all, found) => {
      const read = readGithub(written('github', all));
      expect(read.map(({ name, properties, data }) => [name, properties['title'], data])).toEqual(
        found.map((each) => [
          each.severity,
          legible(each.code),
          [words(each), each.suggestion]
            .filter((part) => part !== undefined)
            .map(legible)
            .join('\n'),
        ]),
      );
    }));

  it('are read back from junit, which stays valid', () =>
    always((all, found) => {
      const cases = readJunit(written('junit', all)).flatMap((suite) => suite.cases);
      expect(cases.map(({ classname }) => classname)).toEqual(all.map(({ file }) => legible(file)));
      expect(
        cases.flatMap(({ failures }) => failures.map(({ type, message }) => [type, message])),
      ).toEqual(
        found
          .filter(({ severity }) => severity === 'error')
          .map((each) => [legible(each.code), legible(words(each))]),
      );
      const output = cases.map((each) => each.output).join('\n');
      for (const each of found.filter(({ severity }) => severity === 'warning'))
        expect(output).toContain(legible(words(each)));
    }));

  it('are read back from tap, which stays valid', () =>
    always((all) => {
      const { points } = readTap(written('tap', all));
      expect(
        points.map(({ findings }) => findings.map(({ code, message }) => [code, message])),
      ).toEqual(
        all.map(({ findings }) =>
          findings.map(({ code, message }) => [legible(code), legible(message)]),
        ),
      );
      for (const [index, { file, line }] of all.entries())
        expect(points[index]?.name.endsWith(`(${legible(file)}:${line})`)).toBe(true);
    }));

  it('make no line of their own in pretty', () =>
    always((all, found) => {
      const lines = written('pretty', all).split('\n');
      const optional = found.reduce(
        (sum, { frame, suggestion, about, source }) =>
          sum +
          frame.length +
          Number(suggestion !== undefined) +
          Number((about ?? source) !== undefined),
        0,
      );
      expect(lines).toHaveLength(found.length + optional + 2);
      for (const each of found)
        expect(lines.some((line) => line.endsWith(`  ${legible(words(each))}`))).toBe(true);
    }));

  it.each(reporterNames.map((name) => [name]))('do not act from within %s', (name) =>
    always((all) => {
      const report = written(name, all);
      // Only a frame keeps its tabs, and they end no line.
      expect(name === 'pretty' ? report.replaceAll('\t', '') : report).not.toMatch(acting);
    }),
  );
});

describe('the sum of nothing', () => {
  it.each(reporterNames.map((name) => [name]))(
    'is a report that ends its last line: %s',
    (name) => {
      expect(written(name, [], {}, summaryOf([]))).toMatch(/^$|\n$/);
    },
  );
});
