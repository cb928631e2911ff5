import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a report names a file to a machine that has the same files in another folder. */
export interface Location {
  /** From the root, with slashes; absolute where the file is not below it. */
  readonly path: string;
  /** The same as a URI reference. */
  readonly uri: string;
  /** Whether path and URI are to be read from the root. */
  readonly belowRoot: boolean;
}

/** The location of an input; `-` is the standard input, which is no file. */
export function locationOf(file: string, root: string): Location {
  if (file === '-') return { path: 'stdin', uri: 'stdin', belowRoot: false };
  const absolute = resolve(root, file);
  const parts = relative(root, absolute).split(sep);
  if (parts[0] === '..' || isAbsolute(relative(root, absolute)))
    return {
      path: absolute.split(sep).join('/'),
      uri: pathToFileURL(wellFormed(absolute)).href,
      belowRoot: false,
    };
  return {
    path: parts.join('/'),
    uri: parts.map((part) => encodeURIComponent(wellFormed(part))).join('/'),
    belowRoot: true,
  };
}

/** Text without halves of characters, which no URI can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
