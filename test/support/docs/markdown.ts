import { readFileSync } from 'node:fs';

/** A fenced block: what its opening line says, and its text. */
export interface Block {
  readonly language: string;
  /** The words behind the language, which no page shows: what the block is to the tests. */
  readonly words: readonly string[];
  readonly text: string;
  /** The file and the line, for messages. */
  readonly where: string;
}

/** The documents whose blocks are carried out. */
export const handbooks = ['README.md', 'CONTRIBUTING.md'] as const;

/** Every document at the top. */
export const documents = [...handbooks, 'ARCHITECTURE.md', 'CHANGELOG.md'] as const;

/** The fenced blocks of a document, in their order. */
export function blocksOf(file: string): Block[] {
  const document = readFileSync(file, 'utf8');
  return [...document.matchAll(/^```(\S+)(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language = '', 2: words = '', 3: text = '', index }) => ({
      language,
      words: words.split(' ').filter((word) => word !== ''),
      text,
      where: `${file}:${document.slice(0, index).split('\n').length}`,
    }),
  );
}

/** A document's text without its fenced blocks. */
export function proseOf(file: string): string {
  return readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
}
