import { legible } from '../../validate/report/legible.js';
import { isDrift, type DriftFinding, type DriftReport } from './drift.js';

const partNames = { query: 'query', request: 'request', response: 'reply' } as const;

/** A report for people: by endpoint what was seen, how often, and where first; a line that sums up. */
export function driftText({ target, findings, summary }: DriftReport): string {
  const lines: string[] = [];
  let endpoint: string | undefined;
  for (const finding of findings) {
    if (finding.endpoint !== endpoint) {
      endpoint = finding.endpoint;
      lines.push(endpoint === '' ? 'no endpoint of the catalogue' : legible(endpoint));
    }
    const { exchange, line } = finding.first;
    const first = line === undefined ? `exchange ${exchange}` : `line ${line}`;
    const source = finding.source === undefined ? '' : ` [${finding.source}]`;
    lines.push(`  ${finding.count}× ${legible(sentence(finding) + source)}; first in ${first}`);
  }
  const { exchanges, unanswered, errors, warnings, drift, omitted } = summary;
  lines.push(
    `${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(exchanges, 'exchange')} with ${legible(target)}` +
      `; ${drift} of them in what the service answers` +
      (unanswered === 0 ? '' : `; ${count(unanswered, 'request')} unanswered`) +
      (omitted === 0 ? '' : `; ${count(omitted, 'finding')} left out`),
  );
  return `${lines.join('\n')}\n`;
}

/** The report for programs: `{ findings, summary }` as JSON, a finding as `msdk validate --json` has it. */
export function driftJson({ target, findings, summary }: DriftReport): string {
  return `${JSON.stringify({ findings, summary: { target, ...summary } }, null, 2)}\n`;
}

/** A line about a finding that is new. */
export function driftNote(finding: DriftFinding): string {
  const kind = isDrift(finding) ? 'drift' : 'asked';
  return legible(`${kind}: ${finding.endpoint} ${sentence(finding)}`.replace(/ {2,}/g, ' '));
}

function sentence({ severity, code, part, pointer, message, suggestion }: DriftFinding): string {
  const place = [part === undefined ? '' : partNames[part], pointer];
  const words = [severity, code, ...place, message].filter((one) => one !== '').join(' ');
  return suggestion === undefined ? words : `${words}; ${suggestion}`;
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
