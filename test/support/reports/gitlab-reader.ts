import { Ajv } from 'ajv';

/** A violation as GitLab's Code Quality report has it. */
export interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

// The rules of https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, which
// GitLab publishes in words: the members, the five severities, a relative path without `./`.
const text = { type: 'string', minLength: 1 };
const accepts = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { ...text, not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

/** The violations of a report, if GitLab takes it: no byte order mark, and no fingerprint twice. */
export function readGitlab(report: string): readonly Violation[] {
  const violations: unknown = JSON.parse(report);
  if (!accepts(violations)) throw new Error(JSON.stringify(accepts.errors));
  const read = violations as readonly Violation[];
  if (new Set(read.map(({ fingerprint }) => fingerprint)).size !== read.length)
    throw new Error('A fingerprint is there twice.');
  return read;
}
