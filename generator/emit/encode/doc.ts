import type { Code, DocText } from './code.js';

const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]/gu;

/**
 * A text of the catalogue for a doc comment: one line, unable to end the comment, to open a tag,
 * or to hide what follows it.
 */
export function docText(text: string): DocText {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(invisible, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('*/', '*\\/')
    .replaceAll('/*', '/\\*')
    .replace(/<(?=[/!])/g, '<\\')
    .replace(/(^|[\s{])@/g, '$1\\@')
    .trim() as DocText;
}

/** The generator's own words, which may hold tags and links. */
export function doc(
  strings: TemplateStringsArray,
  ...pieces: readonly (DocText | number)[]
): DocText {
  return strings.reduce(
    (text, part, index) => text + String(pieces[index - 1] ?? '') + part,
  ) as DocText;
}

/** The paragraphs of a doc comment; empty ones fall out. */
export function docLines(...lines: readonly (DocText | undefined)[]): DocText {
  return lines.filter((line) => line !== undefined && line !== '').join('\n') as DocText;
}

/** A doc comment as code, for declarations that stand in a text of their own. */
export function docComment(text: DocText, indent = 0): Code {
  const pad = ' '.repeat(indent);
  if (!text.includes('\n')) return `${pad}/** ${text} */` as Code;
  const lines = text.split('\n').map((line) => `${pad} * ${line}`);
  return `${pad}/**\n${lines.join('\n')}\n${pad} */` as Code;
}
