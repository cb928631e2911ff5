import { jsonText } from './json-text.js';

/** Writes the elements of one JSON array as they come, each on a line with the comma that it needs. */
export function listOf(): (element: unknown) => string {
  let separator = '';
  return (element) => {
    const text = `${separator}\n${jsonText(element)}`;
    separator = ',';
    return text;
  };
}
