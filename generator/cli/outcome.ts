/** How the command ends. */
export const ExitCode = { nothing: 0, findings: 1, unusable: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** The command cannot do what it is asked: a sentence for the person who asked. */
export class UsageError extends Error {
  override name = 'UsageError';
}
