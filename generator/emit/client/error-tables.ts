import type { EmittedFile } from '../emitted-file.js';
import { keyOf } from '../error-key.js';
import { tableConstant, type ErrorCode, type ErrorTable } from '../../model/index.js';
import {
  code,
  dataLiteral,
  doc,
  docComment,
  docLines,
  docText,
  identifier,
  numberLiteral,
  unionAlias,
  type Code,
} from '../encode/index.js';
import { sourcesLine } from './docs.js';
import type { Printer } from './printer.js';

/** Past this many codes a range is told by its bounds only. */
const widestListedRange = 16;

/** One file for each table: the union of its codes, and what each asks of the caller. */
export function emitErrorTables(tables: readonly ErrorTable[], printer: Printer): EmittedFile[] {
  return tables.map((table) =>
    printer.print(`client/errors/${table.id}.ts`, [
      code`import type { ErrorTable } from '../runtime/index.js';\n`,
      code`${docComment(docLines(doc`A code of: ${docText(table.title.en)}.`, sourcesLine(table.sources)))}\n`,
      code`${unionAlias(identifier(table.name), codesOfTable(table))}\n`,
      code`${docComment(docText(`${table.title.en}: each code, what to do about it, and whether to send again.`))}\n`,
      code`export const ${identifier(tableConstant(table.id))}: ErrorTable = ${rowsOf(table)};`,
    ]),
  );
}

function codesOfTable({ codes }: ErrorTable): Code[] {
  return [...new Set(codes.flatMap(codesOf))].sort((a, b) => a - b).map(numberLiteral);
}

function codesOf({ code, to = code }: ErrorCode): number[] {
  if (code === undefined || to === undefined) return [];
  const [low, high] = [Math.min(code, to), Math.max(code, to)];
  if (high - low > widestListedRange) return [];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** The table as data: its keys by what they ask of the caller. */
function rowsOf({ id, carriedBy, wrappedBy, command, codes }: ErrorTable): Code {
  const rows = new Map<string, [string, string, unknown[]]>();
  for (const row of codes) {
    const group = rows.get(`${row.action} ${row.retry}`) ?? [row.action, row.retry, []];
    group[2].push(keyOf(row));
    rows.set(`${row.action} ${row.retry}`, group);
  }
  return dataLiteral({ id, carriedBy, wrappedBy, command, rows: [...rows.values()] });
}
