import { isUtf8 } from 'node:buffer';
import type { RawVerdict } from '../place/raw.js';
import { syntaxProblem } from '../read/body.js';
import { readExchangeObject } from '../read/exchange-object.js';
import { duplicatesIn, readJson } from '../read/read-json.js';
import type { ReadRecord, TextRecord } from '../read/record.js';
import { pathOfSpotless } from './fast-lane.js';
import { nothing, type UnitResult } from './unit.js';
import { verdictOf, verdictsOn, type Workbench } from './workbench.js';

/**
 * Goes over lines of NDJSON. A line that is as it should be costs its parsing and its predicates; only one
 * that may not be is read again, with its places.
 */
export async function overLines(
  file: string,
  bytes: Uint8Array,
  workbench: Workbench,
): Promise<UnitResult> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = isUtf8(buffer) ? undefined : brokenLines(buffer);
  const text = buffer.toString('utf8');
  const { everyVerdict } = workbench.options;
  const verdicts: RawVerdict[] = [];
  let payloads = 0;
  let line = 0;
  for (let start = 0; start < text.length;) {
    line++;
    const found = text.indexOf('\n', start);
    const own = text.slice(start, found === -1 ? text.length : found);
    start += own.length + 1;
    if (isBlank(own)) continue;
    payloads++;
    const isBroken = broken?.has(line) === true;
    const path = isBroken ? undefined : spotlessPath(own, workbench);
    if (path === undefined)
      verdicts.push(
        ...(await verdictsOnLine({ file, text: own, line, column: 1 }, isBroken, workbench)),
      );
    else if (everyVerdict) verdicts.push({ file, line, endpoint: path, findings: [] });
  }
  return { ...nothing, lines: line, payloads, verdicts };
}

/** The numbers of the lines that are not UTF-8. */
function brokenLines(buffer: Buffer): ReadonlySet<number> {
  const broken = new Set<number>();
  let line = 0;
  for (let start = 0; start < buffer.length;) {
    line++;
    const found = buffer.indexOf(0x0a, start);
    const end = found === -1 ? buffer.length : found;
    if (!isUtf8(buffer.subarray(start, end))) broken.add(line);
    start = end + 1;
  }
  return broken;
}

function isBlank(line: string): boolean {
  return line.length < 80 && line.trim() === '';
}

function spotlessPath(line: string, { judging, options }: Workbench): string | undefined {
  if (options.hints.part !== undefined || line.length > options.maxBytes) return undefined;
  if (options.withDuplicates && duplicatesMay(line)) return undefined;
  try {
    return pathOfSpotless(JSON.parse(line), judging);
  } catch {
    return undefined;
  }
}

/** Whether a line may have a member twice: only a closer look tells. */
function duplicatesMay(line: string): boolean {
  try {
    return duplicatesIn(line).length > 0;
  } catch {
    return true;
  }
}

async function verdictsOnLine(
  record: TextRecord,
  isBroken: boolean,
  workbench: Workbench,
): Promise<RawVerdict[]> {
  const { maxBytes, hints } = workbench.options;
  if (isBroken)
    return [verdictOf({ code: 'invalid-utf8', params: { isUtf16: false } }, record, workbench)];
  if (record.text.length > maxBytes || Buffer.byteLength(record.text) > maxBytes)
    return [verdictOf(tooLong(maxBytes), record, workbench)];
  const read = hints.part === undefined ? readLine(record.text, hints) : readJson(record.text, hints);
  return verdictsOn(record, read, workbench);
}

/** The problem of what is longer than the limit. */
export function tooLong(limit: number) {
  return {
    code: 'payload-too-long',
    params: { limit },
    hint: { kind: 'raise-limit' },
  } as const;
}

/** A line is an exchange, whatever it looks like. */
function readLine(text: string, hints: Workbench['options']['hints']): ReadRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const problem = syntaxProblem(text, (offset) => ({ start: offset, end: offset + 1 }));
    return { exchanges: [], problems: [problem] };
  }
  return { exchanges: [readExchangeObject(value, text, '', hints)], problems: duplicatesIn(text) };
}
