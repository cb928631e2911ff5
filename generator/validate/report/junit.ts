import type { PlacedFinding, PlacedVerdict } from '../finding.js';
import { legible } from './legible.js';
import type { Reporter } from './reporter.js';
import { passes, sentence } from './sentence.js';

/**
 * JUnit's XML in the dialect of Jenkins: a suite for each file, a case for each verdict.
 *
 * A suite opens with its counts, so a file's cases are held until the next file begins.
 */
export function junitReporter(): Reporter {
  let file = '';
  let cases: string[] = [];
  let failures = 0;

  const suite = (): string => {
    if (cases.length === 0) return '';
    const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
    const text = `  <testsuite name="${xml(file)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
    cases = [];
    failures = 0;
    return text;
  };

  return {
    everyVerdict: true,
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="msdk validate">\n',
    verdict: (verdict) => {
      const finished = verdict.file === file ? '' : suite();
      file = verdict.file;
      cases.push(testCase(verdict));
      if (!passes(verdict)) failures += 1;
      return finished;
    },
    end: () => `${suite()}</testsuites>\n`,
  };
}

function testCase({ endpoint, file, line, findings }: PlacedVerdict): string {
  const name = endpoint === '' ? `line ${line}` : `${endpoint} (line ${line})`;
  const opening = `    <testcase name="${xml(name)}" classname="${xml(file)}"`;
  if (findings.length === 0) return `${opening}/>\n`;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return [
    `${opening}>\n`,
    ...findings.filter(({ severity }) => severity === 'error').map(failure),
    ...(warnings.length === 0
      ? []
      : [`      <system-out>${warnings.map(details).join('\n')}</system-out>\n`]),
    '    </testcase>\n',
  ].join('');
}

function failure(finding: PlacedFinding): string {
  const attributes = `type="${xml(finding.code)}" message="${xml(sentence(finding))}"`;
  return `      <failure ${attributes}>${details(finding)}</failure>\n`;
}

/** All that a person needs, since some readers show the text alone. */
function details(finding: PlacedFinding): string {
  const { severity, code, spot, suggestion, source } = finding;
  return [
    `${spot.file}:${spot.line}:${spot.column} ${severity} ${code}  ${sentence(finding)}`,
    ...(suggestion === undefined ? [] : [`  ${suggestion}`]),
    ...(source === undefined ? [] : [`  [${source}]`]),
  ]
    .map(xml)
    .join('\n');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML, in an element or in an attribute; what XML cannot hold is made visible. */
function xml(text: string): string {
  return legible(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
