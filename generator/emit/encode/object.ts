import { code, join, propertyKey, scalarLiteral, type Code } from './code.js';
import { fits, lineWidth, widthOf } from './width.js';

/** JSON-like data. */
export type Data =
  string | number | boolean | null | undefined | readonly Data[] | { readonly [key: string]: Data };

/**
 * Data as a literal of TypeScript, printed as the formatter would print it: on one line where it
 * fits, else one entry on each line. Keys whose value is undefined fall out.
 *
 * `indent` is that of the line on which the literal begins, `lead` the columns before and after it there.
 */
export function dataLiteral(data: unknown, indent = 0, lead = 0): Code {
  return print(data as Data, indent, lead);
}

function print(data: Data, indent: number, lead: number): Code {
  if (data === null || data === undefined) return code`null`;
  if (typeof data !== 'object') return scalarLiteral(data);
  return isList(data) ? printList(data, indent, lead) : printObject(data, indent);
}

function printObject(data: { readonly [key: string]: Data }, indent: number): Code {
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return code`{}`;
  const pad = ' '.repeat(indent + 2);
  const lines = entries.map(([key, value]) => {
    const start = `${pad}${propertyKey(key)}:`;
    const text = print(value, indent + 2, widthOf(start) + 2);
    // The formatter breaks after a key only where that gains some columns.
    const breaks = typeof value === 'string' && key.length >= 5 && !fits(start, text, '  ');
    return breaks ? `${start}\n${pad}  ${text},\n` : `${start} ${text},\n`;
  });
  return `{\n${lines.join('')}${' '.repeat(indent)}}` as Code;
}

function printList(data: readonly Data[], indent: number, lead: number): Code {
  if (data.length === 0) return code`[]`;
  const flat = flatten(data);
  if (flat !== undefined && lead + widthOf(flat) <= lineWidth) return flat;
  if (data.every((item) => typeof item === 'number')) return filled(data, indent);
  const pad = ' '.repeat(indent + 2);
  const items = data.map((item) => `${pad}${print(item, indent + 2, indent + 3)},\n`);
  return `[\n${items.join('')}${' '.repeat(indent)}]` as Code;
}

/** Numbers, as many on a line as fit. */
function filled(numbers: readonly number[], indent: number): Code {
  const pad = ' '.repeat(indent + 2);
  const lines: string[] = [];
  for (const number of numbers) {
    const last = lines.at(-1);
    const text = `${number},`;
    if (last !== undefined && fits(last, ' ', text)) lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(pad + text);
  }
  return `[\n${lines.join('\n')}\n${' '.repeat(indent)}]` as Code;
}

/**
 * A list on one line, where the formatter allows it: it keeps an object open, and a list of several
 * lists each on a line.
 */
function flatten(data: readonly Data[]): Code | undefined {
  if (data.length > 1 && data.every((item) => isList(item) && item.length > 1)) return undefined;
  const items: Code[] = [];
  for (const item of data) {
    const text = isObject(item) ? undefined : isList(item) ? flatten(item) : print(item, 0, 0);
    if (text === undefined) return undefined;
    items.push(text);
  }
  return code`[${join(items, ', ')}]`;
}

function isList(data: Data): data is readonly Data[] {
  return Array.isArray(data);
}

function isObject(data: Data): boolean {
  return typeof data === 'object' && data !== null && !isList(data);
}
