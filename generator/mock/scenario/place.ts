import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { dataPath } from '../../load/pointer.js';
import type { SourceFile } from '../../load/source-file.js';
import type { PlacedProblem } from '../../../templates/runtime/mock/scenario-check.js';

/** The problems of a scenario at their places in its file. */
export function placedProblems(
  problems: readonly PlacedProblem[],
  source: SourceFile,
): readonly Diagnostic[] {
  return problems.map(({ pointer, message, suggestion, of }) =>
    diagnostic(
      'scenario-problem',
      { pointer, message },
      source.place(dataPath(pointer, source.value), pointer === '' ? 'value' : of),
      { suggestion },
    ),
  );
}
