import { messages, type Code, type Parameters } from './codes.js';
import type { Place } from './place.js';

/** How bad a diagnostic is: an error stops the pipeline, the others do not. */
export type Severity = 'error' | 'warning' | 'info';

/** One finding about the catalogue or the output, with every place that has a part in it. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: Code;
  readonly message: string;
  /** The guilty places, the foremost first. */
  readonly places: readonly Place[];
  /** What to do, where that can be said. */
  readonly suggestion?: string;
}

/** What a diagnostic may carry beside its code and parameters. */
export interface Details {
  readonly severity?: Severity;
  readonly suggestion?: string | undefined;
}

/** Makes a diagnostic. Its text comes from the table of codes; the parameters must fit the code. */
export function diagnostic<C extends Code>(
  code: C,
  parameters: Parameters<C>,
  places: Place | readonly Place[],
  details: Details = {},
): Diagnostic {
  const render = messages[code] as (p: Parameters<C>) => string;
  return {
    severity: details.severity ?? 'error',
    code,
    message: render(parameters),
    places: Array.isArray(places) ? (places as readonly Place[]) : [places as Place],
    ...(details.suggestion === undefined ? {} : { suggestion: details.suggestion }),
  };
}

/** Whether any of the diagnostics is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** The diagnostics by file, line, column and code: an order that no file system or locale changes. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const [p, q] = [a.places[0], b.places[0]];
    return (
      compare(p?.file ?? '', q?.file ?? '') ||
      (p?.line ?? 0) - (q?.line ?? 0) ||
      (p?.column ?? 0) - (q?.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message)
    );
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
