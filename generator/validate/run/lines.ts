import { isAscii, isUtf8 } from 'node:buffer';
import type { RawVerdict } from '../place/raw.js';
import { duplicatesIn, syntaxProblem } from '../read/body.js';
import { readExchangeObject } from '../read/exchange-object.js';
import { readJson } from '../read/read-json.js';
import type { ReadHints, ReadRecord } from '../read/record.js';
import { pathOfSpotless } from './fast-lane.js';
import { nothing, type UnitResult } from './unit.js';
import { verdictOf, verdictsOn, type Workbench } from './workbench.js';

/** Findings past which the rest of a unit is left for later: all of a large one would not fit in memory. */
export const mostFindings = 500;

/** What came of lines, and where those start that were left for later, in bytes. */
export type LinesResult = UnitResult & { readonly restAt?: number };

/**
 * Goes over lines of NDJSON, until there are `most` findings. A line that is as it should be costs its
 * parsing and its predicates; only one that may not be is read again, with its places.
 */
export async function overLines(
  file: string,
  bytes: Uint8Array,
  workbench: Workbench,
  most = Infinity,
): Promise<LinesResult> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // One unit for each byte: as good as the text for finding lines, and the text itself where it is ASCII.
  const units = buffer.toString('latin1');
  const { everyVerdict, maxBytes } = workbench.options;
  const verdicts: RawVerdict[] = [];
  let payloads = 0;
  let line = 0;
  let count = 0;
  for (let start = 0; start < units.length;) {
    line++;
    const found = units.indexOf('\n', start);
    const end = found === -1 ? units.length : found;
    const text = lineOf(buffer, units, start, end);
    const isTooLong = end - start > maxBytes;
    start = end + 1;
    if (text !== undefined && isBlank(text)) continue;
    payloads++;
    const path = text === undefined || isTooLong ? undefined : spotlessPath(text, workbench);
    if (path !== undefined) {
      if (everyVerdict) verdicts.push({ file, line, endpoint: path, findings: [] });
      continue;
    }
    for (const verdict of await verdictsOnLine(text, file, line, workbench)) {
      verdicts.push(verdict);
      count += verdict.findings.length;
    }
    if (count >= most && start < units.length)
      return { ...nothing, lines: line, payloads, verdicts, restAt: start };
  }
  return { ...nothing, lines: line, payloads, verdicts };
}

/** The text of a line; undefined where it is not UTF-8. */
function lineOf(buffer: Buffer, units: string, start: number, end: number): string | undefined {
  const own = buffer.subarray(start, end);
  if (isAscii(own)) return units.slice(start, end);
  return isUtf8(own) ? own.toString('utf8') : undefined;
}

function isBlank(line: string): boolean {
  return !(line.charCodeAt(0) > 0x20) && line.trim() === '';
}

function spotlessPath(line: string, { judging, options }: Workbench): string | undefined {
  if (options.hints.part !== undefined) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    if (options.hints.withDuplicates && duplicatesIn(line).length > 0) return undefined;
    return pathOfSpotless(value, judging);
  } catch {
    return undefined;
  }
}

async function verdictsOnLine(
  text: string | undefined,
  file: string,
  line: number,
  workbench: Workbench,
): Promise<RawVerdict[]> {
  const { maxBytes, hints } = workbench.options;
  const at = { file, line, column: 1 };
  if (text === undefined)
    return [verdictOf({ code: 'invalid-utf8', params: { isUtf16: false } }, at, workbench)];
  if (text.length > maxBytes || Buffer.byteLength(text) > maxBytes)
    return [verdictOf(tooLong(maxBytes), at, workbench)];
  const read = hints.part === undefined ? readLine(text, hints) : readJson(text, hints);
  return verdictsOn({ ...at, text }, read, workbench);
}

/** The problem of what is longer than the limit. */
export function tooLong(limit: number) {
  return {
    code: 'payload-too-long',
    params: { limit },
    hint: { kind: 'raise-limit' },
  } as const;
}

/** A line is an exchange, whatever it looks like. What is searched for does not depend on what was read before. */
function readLine(text: string, hints: ReadHints): ReadRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = syntaxProblem(text, (offset) => ({ start: offset, end: offset + 1 }));
    return { exchanges: [], problems: [problem] };
  }
  const problems = hints.withDuplicates ? duplicatesIn(text) : [];
  return { exchanges: [readExchangeObject(value, text, '', hints)], problems };
}
