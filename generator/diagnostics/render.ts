import { styleText } from 'node:util';
import { codeFrame } from './code-frame.js';
import { visible } from './columns.js';
import type { Diagnostic } from './diagnostic.js';
import type { Place } from './place.js';

/** How to print diagnostics for people. */
export interface RenderOptions {
  readonly color: boolean;
  /** The text of a file by its shown name, for code frames; undefined leaves the frame out. */
  textOf: (file: string) => string | undefined;
}

type Style = 'red' | 'yellow' | 'cyan' | 'dim' | 'bold';

const severityStyle = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** One diagnostic as `file:line:column code message` with a code frame for each guilty place. */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions): string {
  const paint = (style: Style, text: string): string =>
    options.color ? styleText(style, text, { validateStream: false }) : text;
  const [first, ...others] = diagnostic.places;
  const lines = [
    (first === undefined ? '' : `${paint('bold', position(first))} `) +
      `${paint(severityStyle[diagnostic.severity], diagnostic.code)} ${visible(diagnostic.message)}`,
  ];
  const frame = (place: Place): void => {
    lines.push(...codeFrame(place, options.textOf(place.file)).map((line) => paint('dim', line)));
  };
  if (first !== undefined) frame(first);
  for (const other of others) {
    lines.push(`  and ${position(other)}`);
    frame(other);
  }
  if (diagnostic.suggestion !== undefined)
    lines.push(`  ${paint('cyan', visible(diagnostic.suggestion))}`);
  return lines.join('\n');
}

function position({ file, line, column }: Place): string {
  return `${visible(file)}:${line}:${column}`;
}
