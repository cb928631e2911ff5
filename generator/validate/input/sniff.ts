import { isRequestLine, isStatusLine } from './http/head.js';
import { lineAt } from './http/lines.js';
import { Tokens } from './json-text/tokens.js';

/** What a file holds. */
export type InputFormat = 'json' | 'ndjson' | 'har' | 'http' | 'empty';

/** Members by which an exchange on a line of its own is known. */
const exchangeMembers = ['endpoint', 'request', 'response', 'query'];

/** How many lines are looked at that are not blank. */
const fewLines = 8;

/**
 * Tells from a file's beginning what it holds. The name decides where it says that each line is a value
 * of its own; otherwise what stands in the file does, and the name only where that says nothing.
 */
export function sniffFormat(head: string, name: string, isWhole: boolean): InputFormat {
  const text = head.startsWith('\ufeff') ? head.slice(1) : head;
  const trimmed = text.trimStart();
  if (trimmed === '' && isWhole) return 'empty';
  if (/\.(?:ndjson|jsonl)$/i.test(name)) return 'ndjson';
  const first = lineAt(trimmed, 0).text;
  if (isStatusLine(first) || isRequestLine(first)) return 'http';
  if (isCapture(trimmed)) return 'har';
  if (hasExchangeLines(trimmed, isWhole)) return 'ndjson';
  if (/\.http$/i.test(name) && !/^[{["]/.test(trimmed)) return 'http';
  return /\.har$/i.test(name) ? 'har' : 'json';
}

/** Whether the text is an object whose member `log` is one, with nothing before it that an exchange has. */
function isCapture(text: string): boolean {
  const tokens = new Tokens(text);
  if (tokens.next() !== '{') return false;
  while (tokens.next() === 'string') {
    const key = tokens.string();
    if (exchangeMembers.includes(key) || tokens.next() !== ':') return false;
    const isObject = tokens.next() === '{';
    if (key === 'log') return isObject;
    tokens.skipValue();
    if (tokens.next() !== ',') return false;
  }
  return false;
}

/**
 * Whether the first lines show that each is a value of its own: the first of them is an exchange, or
 * two are. A single one behind the first may just as well be part of a value of several lines, which
 * the lines before it then show.
 */
function hasExchangeLines(text: string, isWhole: boolean): boolean {
  const lines = firstLines(text, isWhole);
  const exchanges = lines.filter(isExchange);
  const [first] = exchanges;
  if (lines.length < 2 || first === undefined) return false;
  if (first === lines[0] || exchanges.length > 1) return true;
  return !lines.slice(0, lines.indexOf(first)).some((line) => /^\[|[{[,:]\s*$/.test(line));
}

/** The first lines that are not blank; not the last of them where the text may end within it. */
function firstLines(text: string, isWhole: boolean): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < fewLines;) {
    const line = lineAt(text, at);
    const isCut = line.next === text.length && text.at(-1) !== '\n' && !isWhole;
    if (line.text.trim() !== '') lines.push(isCut ? '' : line.text);
    at = line.next;
  }
  return lines;
}

/** Whether a line, from its very start, is an object with a member that an exchange has. */
function isExchange(line: string): boolean {
  if (!line.startsWith('{')) return false;
  try {
    const value = JSON.parse(line) as object;
    return exchangeMembers.some((name) => Object.hasOwn(value, name));
  } catch {
    return false;
  }
}
