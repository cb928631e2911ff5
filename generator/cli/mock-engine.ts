import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MockOperation } from '../../templates/runtime/mock/operation.js';
import type { Mock, MockOptions } from '../../templates/runtime/mock/options.js';
import { problemsOf } from '../mock/admin/problem.js';
import { packageRoot } from '../package-root.js';
import { UsageError } from './outcome.js';

/** The generated mock, as the package exports it. */
export interface Engine {
  readonly createMock: (options: MockOptions) => Mock;
  readonly operations: readonly MockOperation[];
}

/** Loads the mock of the package's own catalogue, which is bundled apart: what is generated may be broken. */
export async function loadEngine(): Promise<Engine> {
  const file = join(packageRoot, 'dist', 'mock.js');
  try {
    return (await import(pathToFileURL(file).href)) as Engine;
  } catch (error) {
    const reason = existsSync(file) ? `cannot be loaded (${String(error)})` : 'is not there';
    throw new UsageError(`${file} ${reason}; run npm run generate, then npm run build`);
  }
}

/** Does what may throw a `ScenarioError`, and makes of that a sentence for who asked. */
export function orUsage<T>(subject: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === undefined) throw error;
    const lines = problems.map(({ pointer, message, suggestion }) =>
      [`  ${pointer || '/'}: ${message}`, suggestion].filter(Boolean).join('; '),
    );
    throw new UsageError(`${subject} cannot be used\n${lines.join('\n')}`);
  }
}
