import type { PlacedFinding } from '../finding.js';
import { fingerprints } from './fingerprint.js';
import { listOf } from './json-list.js';
import { locationOf } from './location.js';
import type { ReporterOptions } from './options.js';
import type { Reporter } from './reporter.js';
import { sentence } from './sentence.js';

const severities = { error: 'major', warning: 'minor' } as const;

/** GitLab's Code Quality report: one array, as `artifacts:reports:codequality` takes it. */
export function gitlabReporter({ root }: ReporterOptions): Reporter {
  const list = listOf();
  const fingerprint = fingerprints(root);
  const violation = (finding: PlacedFinding) => ({
    description: sentence(finding),
    check_name: finding.code,
    fingerprint: fingerprint(finding),
    severity: severities[finding.severity],
    location: {
      path: locationOf(finding.spot.file, root).path,
      lines: { begin: finding.spot.line },
    },
  });
  return {
    everyVerdict: false,
    begin: () => '[',
    verdict: ({ findings }) => findings.map((finding) => list(violation(finding))).join(''),
    end: () => '\n]\n',
  };
}
