/** A thing wrong with a scenario, a rule or a snapshot. */
export interface ScenarioProblem {
  /** JSON Pointer (RFC 6901) of the guilty value. */
  readonly pointer: string;
  readonly message: string;
  /** What to do. */
  readonly suggestion?: string;
}

/** A scenario, rule or snapshot that cannot be used, with everything that is wrong with it. */
export class ScenarioError extends Error {
  override name = 'ScenarioError';
  readonly problems: readonly ScenarioProblem[];
  constructor(problems: readonly ScenarioProblem[]) {
    super(problems.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('\n'));
    this.problems = problems;
  }
}
