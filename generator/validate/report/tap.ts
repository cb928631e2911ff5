import type { PlacedFinding, PlacedVerdict } from '../finding.js';
import { legible } from './legible.js';
import type { Reporter } from './reporter.js';
import { passes } from './sentence.js';

/** TAP, version 14: a test point for each verdict, with its findings as YAML, and the plan behind the last. */
export function tapReporter(): Reporter {
  let points = 0;
  return {
    everyVerdict: true,
    begin: () => 'TAP version 14\n',
    verdict: (verdict) => {
      points += 1;
      const outcome = passes(verdict) ? 'ok' : 'not ok';
      return `${outcome} ${points} - ${description(verdict)}\n${diagnostics(verdict.findings)}`;
    },
    end: ({ omitted }) =>
      (omitted === 0 ? '' : `# findings left out: ${omitted}\n`) +
      (points === 0 ? '1..0 # no payloads\n' : `1..${points}\n`),
  };
}

/** It ends with a parenthesis, since a brace would open a subtest. */
function description({ endpoint, file, line }: PlacedVerdict): string {
  const place = `(${file}:${line})`;
  const text = endpoint === '' ? place : `${endpoint} ${place}`;
  return legible(text).replace(/[\\#]/g, '\\$&');
}

function diagnostics(findings: readonly PlacedFinding[]): string {
  if (findings.length === 0) return '';
  return `  ---\n  findings:\n${findings.map(entry).join('')}  ...\n`;
}

function entry({ severity, code, message, pointer, spot, suggestion, source }: PlacedFinding) {
  return [
    `    - severity: ${severity}\n`,
    `      code: ${quoted(code)}\n`,
    `      message: ${quoted(message)}\n`,
    `      pointer: ${quoted(pointer)}\n`,
    `      line: ${spot.line}\n`,
    `      column: ${spot.column}\n`,
    ...(suggestion === undefined ? [] : [`      suggestion: ${quoted(suggestion)}\n`]),
    ...(source === undefined ? [] : [`      source: ${quoted(source)}\n`]),
  ].join('');
}

/** A JSON string is a YAML string. */
function quoted(text: string): string {
  return JSON.stringify(legible(text));
}
