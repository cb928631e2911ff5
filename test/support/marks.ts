import type { Place } from '../../generator/diagnostics/index.js';
import type { RawFile } from '../../generator/load/index.js';

/** Files whose guilty parts were marked, without the marks, and the places that these enclosed. */
export interface Unmarked {
  readonly files: readonly RawFile[];
  readonly places: readonly Place[];
}

/** Takes the marks `⟦` and `⟧` out of files: what they enclose is where a diagnostic has to point. */
export function unmark(files: readonly RawFile[]): Unmarked {
  const places = files.flatMap(({ path, text }) =>
    [...text.matchAll(/⟦[^⟧]*⟧/g)].map(({ 0: marked, index }) => {
      const start = positionAt(text, index);
      const end = positionAt(text, index + marked.length);
      return { file: path, ...start, endLine: end.line, endColumn: end.column };
    }),
  );
  return { files: files.map(({ path, text }) => ({ path, text: bare(text) })), places };
}

/** Line and column, from 1 and in UTF-16 code units, of an offset in a marked text. */
function positionAt(text: string, offset: number): { line: number; column: number } {
  const lines = bare(text.slice(0, offset)).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function bare(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}
