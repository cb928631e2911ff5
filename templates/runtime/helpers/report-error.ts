/** One reason why a report cannot be sent. */
export interface ReportFinding {
  /** The value, or the member of the context, that it is about. */
  readonly name: string;
  readonly problem: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A report that must not be sent as it is, with every reason. Its message shows no value of the report. */
export class ReportRefused extends Error {
  override name = 'ReportRefused';
  readonly findings: readonly ReportFinding[];
  constructor(findings: readonly ReportFinding[]) {
    const lines = findings.map(({ name, problem, remedy }) => `${name} ${problem}: ${remedy}`);
    super(['the report cannot be sent', ...lines].join('\n  '));
    this.findings = findings;
  }
}
