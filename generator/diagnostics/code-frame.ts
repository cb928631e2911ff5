import { columnsOf, visible } from './columns.js';
import type { Place } from './place.js';

/** The most columns a frame may take. */
const screen = 160;

/** The guilty line with carets below the guilty part; nothing where the line is not known. */
export function codeFrame(place: Place, text: string | undefined): string[] {
  const line = text?.split('\n')[place.line - 1];
  if (line === undefined) return [];
  const end = place.endLine === place.line ? place.endColumn - 1 : line.length;
  return lineFrame(place.line, line, place.column - 1, end);
}

/** A line with its number, and carets below the part from `start` up to `end`. */
export function lineFrame(number: number, line: string, start: number, end: number): string[] {
  const from = Math.min(start, line.length);
  const to = Math.min(Math.max(end, from), line.length);
  const gutter = String(number);
  const room = screen - gutter.length - 5;
  const [before, guilty, after] = cut(
    [line.slice(0, from), line.slice(from, to), line.slice(to)].map(shown),
    room,
  );
  const carets = '^'.repeat(Math.max(1, columnsOf(guilty)));
  return [
    `  ${gutter} | ${before}${guilty}${after}`,
    `  ${' '.repeat(gutter.length)} | ${indentBelow(before)}${carets}`,
  ];
}

/** Text as it is printed: tabs stay, so that what stands below them lines up. */
function shown(text: string): string {
  return text.split('\t').map(visible).join('\t');
}

/** As many blanks as a text takes columns, with its tabs. */
function indentBelow(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(columnsOf(part)))
    .join('\t');
}

/** The part around what is guilty, where a line is longer than a screen. */
function cut(parts: readonly string[], room: number): [string, string, string] {
  const [before = '', guilty = '', after = ''] = parts;
  if (columnsOf(before + guilty + after) <= room) return [before, guilty, after];
  const half = Math.floor(room / 2);
  const kept = clip(guilty, half);
  const left = columnsOf(before) > half / 2 ? `…${before.slice(-Math.floor(half / 4))}` : before;
  return [left, kept, clip(after, room - columnsOf(left + kept) - 1)];
}

/** As much of a text's beginning as fits. */
function clip(text: string, room: number): string {
  let columns = 0;
  let kept = '';
  for (const character of text) {
    columns += columnsOf(character);
    if (columns > room) return `${kept}…`;
    kept += character;
  }
  return kept;
}
