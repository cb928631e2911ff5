import { expect } from 'vitest';
import { questions } from '../../../generator/check/questions.js';
import type { Diagnostic, Place } from '../../../generator/diagnostics/index.js';
import { lookupOf } from '../../../generator/load/index.js';
import { examineFiles, loadFiles } from '../examine.js';
import { unmark } from '../marks.js';
import { tinyCatalogue } from '../tiny-catalogue.js';
import type { Breach, Expected } from './breach.js';

/** Breaks the tiny catalogue and holds what is found against what is expected: all of it, and no more. */
export function expectBreach({ law, patches, found }: Breach): void {
  const { files, places } = unmark(tinyCatalogue(patches));
  const expected = found.map((item, index) => toDiagnostic(item, index, places));
  expect(examineFiles(files, law === questions)).toEqual(expected);
  if (law === undefined) return;
  const catalogue = loadFiles(files);
  const alone = law({ catalogue, lookup: lookupOf(catalogue) });
  expect(alone.length, 'what the law alone finds').toBeGreaterThan(0);
  expect(expected).toEqual(expect.arrayContaining(alone));
}

function toDiagnostic(
  { at, absent, severity = 'error', ...rest }: Expected,
  index: number,
  marks: readonly Place[],
): Diagnostic {
  const places = (at ?? [index]).map((mark) => {
    const place = absent === undefined ? marks[mark] : startOf(absent);
    if (place === undefined) throw new Error(`there is no mark ${mark}`);
    return place;
  });
  return { severity, ...rest, places };
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
