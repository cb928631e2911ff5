import { findingRecord } from './finding-record.js';
import { jsonText } from './json-text.js';
import { listOf } from './json-list.js';
import type { Reporter } from './reporter.js';

/** One object for programs that read a report as a whole: `findings`, then `summary`. */
export function jsonReporter(): Reporter {
  const list = listOf();
  return {
    everyVerdict: false,
    begin: () => '{"findings": [',
    verdict: ({ findings }) => findings.map((finding) => list(findingRecord(finding))).join(''),
    end: ({ files, payloads, errors, warnings, deprecations, omitted }) =>
      `\n], "summary": ${jsonText({ files, payloads, errors, warnings, deprecations, omitted })}}\n`,
  };
}
