import { Composer, Lexer, LineCounter, parseDocument, Parser, type Document, type CST } from 'yaml';

/** A file's syntax tree, which knows where everything stands. */
export interface Tree {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
  /** What is wrong with the text as YAML. */
  readonly errors: readonly SyntaxFault[];
}

/** A place in a text, and what is wrong there. */
export interface SyntaxFault {
  readonly pos: readonly [start: number, end: number];
  readonly message: string;
}

/** How deep a text may nest. What reads it deeper down calls itself, and would end with the memory. */
const deepest = 200;

class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

const options = {
  version: '1.2',
  schema: 'core',
  merge: false,
  // Held by those who walk the tree: here each key would be compared with each.
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
} as const;

/** The syntax tree of a text, whatever the text is. One that nests without end is not grown. */
export function grow(text: string): Tree {
  const lines = new LineCounter();
  try {
    const [document, next] = new Composer(options).compose(tokens(text, lines), true, text.length);
    if (document === undefined) throw new TooDeep(0);
    const errors: SyntaxFault[] = [...document.errors];
    if (next !== undefined)
      errors.push({ pos: [next.range[0], next.range[1]], message: 'There is a second document' });
    return { document, lines, errors };
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const pos = [error.offset, error.offset + 1] as const;
    const message = `The text nests deeper than ${deepest} levels`;
    return { document: parseDocument('', options), lines, errors: [{ pos, message }] };
  }
}

/** The tokens of a text, up to where it is too deep. */
function* tokens(text: string, lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}
