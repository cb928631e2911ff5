import { findingWithinFile } from './finding-record.js';
import { jsonText } from './json-text.js';
import type { Reporter } from './reporter.js';
import { passes } from './sentence.js';

/** A line of JSON for each verdict, for programs that read along while the command runs. */
export function ndjsonReporter(): Reporter {
  return {
    everyVerdict: true,
    begin: () => '',
    verdict: (verdict) => {
      const { endpoint, file, line, findings } = verdict;
      const found = findings.length === 0 ? {} : { findings: findings.map(findingWithinFile) };
      return `${jsonText({ ok: passes(verdict), endpoint, file, line, ...found })}\n`;
    },
    end: () => '',
  };
}
