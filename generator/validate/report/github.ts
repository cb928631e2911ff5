import type { PlacedFinding, Spot } from '../finding.js';
import { legible } from './legible.js';
import { locationOf } from './location.js';
import type { ReporterOptions } from './options.js';
import type { Reporter } from './reporter.js';
import { sentence } from './sentence.js';

/** GitHub's workflow commands: each finding becomes an annotation of the line that it is about. */
export function githubReporter({ root }: ReporterOptions): Reporter {
  return {
    everyVerdict: false,
    begin: () => '',
    verdict: ({ findings }) => findings.map((finding) => annotation(finding, root)).join(''),
    end: ({ omitted }) => (omitted === 0 ? '' : `::notice::Findings left out: ${omitted}\n`),
  };
}

function annotation(finding: PlacedFinding, root: string): string {
  const properties = { ...place(finding.spot, root), title: legible(finding.code) };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  const words = [
    sentence(finding),
    ...(finding.suggestion === undefined ? [] : [finding.suggestion]),
  ];
  return `::${finding.severity} ${list.join(',')}::${data(words.map(legible).join('\n'))}\n`;
}

/** Where the annotation stands. GitHub takes columns only of what begins and ends on one line. */
function place(spot: Spot, root: string): Record<string, string | number> {
  const { line, column, endLine, endColumn } = spot;
  const file = legible(locationOf(spot.file, root).path);
  return line === endLine ? { file, line, col: column, endColumn } : { file, line, endLine };
}

/** A command's text, as the runner reads it back. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property's value, as the runner reads it back. */
function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
