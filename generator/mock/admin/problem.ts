import type { ScenarioProblem } from '../../../templates/runtime/mock/scenario-error.js';
import { objectOf, type AdminReply, type Schema } from './route.js';

/** The schema of a reply that tells what is wrong with a body. */
export const problemsSchema: Schema = objectOf({
  problems: {
    type: 'array',
    items: {
      type: 'object',
      required: ['pointer', 'message'],
      properties: {
        pointer: { type: 'string', description: 'JSON Pointer of the guilty value.' },
        message: { type: 'string' },
        suggestion: { type: 'string' },
      },
    },
  },
});

/** The reply to a body, or a parameter, that cannot be used. */
export const refusedBody = {
  400: { description: 'What is wrong with it.', schema: problemsSchema },
} as const;

/** Refuses what cannot be used, with all that is wrong with it. */
export function refuse(...problems: readonly ScenarioProblem[]): AdminReply {
  return { status: 400, body: { problems } };
}

/** Does what the mock may refuse by a `ScenarioError`, which comes from a bundle with a class of its own. */
export function orProblems(act: () => AdminReply): AdminReply {
  try {
    return act();
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    return refuse(...problems);
  }
}

/** The problems of a `ScenarioError`, whichever bundle threw it. */
export function problemsOf(error: unknown): readonly ScenarioProblem[] | undefined {
  if (!(error instanceof Error) || error.name !== 'ScenarioError') return undefined;
  return 'problems' in error && Array.isArray(error.problems)
    ? (error.problems as readonly ScenarioProblem[])
    : undefined;
}
