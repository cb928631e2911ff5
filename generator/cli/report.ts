import { renderDiagnostic, type Diagnostic } from '../diagnostics/index.js';

/** Prints diagnostics: for people to stderr, or with `json` as one object to stdout. */
export function report(
  diagnostics: readonly Diagnostic[],
  options: {
    readonly json: boolean;
    textOf: (file: string) => string | undefined;
    readonly root: string;
  },
): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify(toJson(diagnostics), null, 2)}\n`);
    return;
  }
  const color = process.stderr.isTTY && !process.env['NO_COLOR'];
  for (const diagnostic of diagnostics)
    process.stderr.write(`${renderDiagnostic(diagnostic, { color, textOf: options.textOf })}\n`);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const others = diagnostics.length - errors;
  if (diagnostics.length > 0)
    process.stderr.write(
      `${count(errors, 'error')}, ${count(others, 'other finding')} in ${options.root}\n`,
    );
}

function toJson(diagnostics: readonly Diagnostic[]): object {
  const findings = diagnostics.map(({ severity, code, message, places, suggestion }) => ({
    severity,
    code,
    message,
    ...places[0],
    ...(places.length > 1 ? { places } : {}),
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
  const of = (wanted: string): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return { findings, summary: { errors: of('error'), warnings: of('warning'), infos: of('info') } };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
