import { styleText } from 'node:util';
import type { PlacedFinding, Summary } from '../finding.js';
import { legible } from './legible.js';
import type { ReporterOptions } from './options.js';
import type { Reporter } from './reporter.js';
import { sentence } from './sentence.js';
import { summaryLine } from './summary.js';

type Style = 'red' | 'yellow' | 'green' | 'cyan' | 'dim' | 'bold';
type Paint = (style: Style, text: string) => string;

const severityStyle = { error: 'red', warning: 'yellow' } as const;

/** For people: each finding with its place, frame and reason, and in the end one line that sums up. */
export function prettyReporter({ color, language }: ReporterOptions): Reporter {
  const paint: Paint = (style, text) =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return {
    everyVerdict: false,
    begin: () => '',
    verdict: ({ findings }) => findings.map((finding) => `${rendered(finding, paint)}\n`).join(''),
    end: (summary) => `${paint(outcome(summary), summaryLine(summary, language))}\n`,
  };
}

function rendered(finding: PlacedFinding, paint: Paint): string {
  const { severity, code, spot, suggestion, frame } = finding;
  const position = paint('bold', `${legible(spot.file)}:${spot.line}:${spot.column}`);
  const kind = paint(severityStyle[severity], `${severity} ${legible(code)}`);
  const because = reason(finding);
  return [
    `${position} ${kind}  ${legible(sentence(finding))}`,
    ...frame.map((line) => paint('dim', legibleFrame(line))),
    ...(suggestion === undefined ? [] : [`  ${paint('cyan', legible(suggestion))}`]),
    ...(because === '' ? [] : [`  ${paint('dim', legible(because))}`]),
  ].join('\n');
}

/** What the catalogue says, and where it has that from. */
function reason({ about, source }: PlacedFinding): string {
  const origin = source === undefined ? undefined : `[${source}]`;
  return [about, origin].filter((part) => part !== undefined).join(' ');
}

/** A frame's tabs stay, so that the carets stay below what is guilty. */
function legibleFrame(line: string): string {
  return line.split('\t').map(legible).join('\t');
}

function outcome({ errors, warnings }: Summary): Style {
  if (errors > 0) return 'red';
  return warnings > 0 ? 'yellow' : 'green';
}
