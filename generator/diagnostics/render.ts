import { styleText } from 'node:util';
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

/** The guilty line with carets below the guilty part; nothing where the line is not known. */
function codeFrame(place: Place, text: string | undefined): string[] {
  const line = text?.split('\n')[place.line - 1];
  if (line === undefined) return [];
  const gutter = String(place.line);
  const start = Math.min(place.column - 1, line.length);
  const end =
    place.endLine === place.line ? Math.min(place.endColumn - 1, line.length) : line.length;
  const indent = line.slice(0, start).replace(/[^\t]/g, ' ');
  const carets = '^'.repeat(Math.max(1, Math.min(end - start, 80)));
  return [
    `  ${gutter} | ${visible(line)}`.slice(0, 160),
    `  ${' '.repeat(gutter.length)} | ${indent}${carets}`.slice(0, 160),
  ];
}

/** Text with every character that a terminal would act upon, or hide, made visible. */
function visible(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
