import {
  IndentationText,
  NewLineKind,
  Project,
  QuoteKind,
  ts,
  type StatementStructures,
} from 'ts-morph';
import type { EmittedFile } from '../emitted-file.js';
import type { Code } from '../encode/index.js';
import { header } from '../header.js';

/** Declarations as structures, and texts from templates, in the order in which they are to stand. */
export type Statement = StatementStructures | Code | string;

/** Prints declarations to files. */
export interface Printer {
  print(path: string, statements: readonly Statement[]): EmittedFile;
}

/** A printer that keeps no file once it is printed: thousands of endpoints cost the memory of one. */
export function createPrinter(): Printer {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  });
  return {
    print(path, statements) {
      const file = project.createSourceFile(
        '/emitted.ts',
        { statements: joinTexts(statements) },
        { overwrite: true },
      );
      const text = `${header}\n\n${file.getFullText().trim()}\n`;
      file.forget();
      return { path, text };
    },
  };
}

/** Texts that follow each other, as one with a blank line between: between declarations one comes by itself. */
function joinTexts(statements: readonly Statement[]): (StatementStructures | string)[] {
  const joined: (StatementStructures | string)[] = [];
  for (const statement of statements) {
    const last = joined.at(-1);
    if (typeof last === 'string' && typeof statement === 'string')
      joined[joined.length - 1] = `${last.trimEnd()}\n\n${statement}`;
    else joined.push(statement);
  }
  return joined;
}
