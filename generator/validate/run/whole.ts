import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { HarSplitter } from '../input/har.js';
import { endpointOf, partOf } from '../input/pair.js';
import { sniffFormat } from '../input/sniff.js';
import type { Problem } from '../problem.js';
import { readHttp } from '../read/read-http.js';
import { readJson } from '../read/read-json.js';
import type { ReadHints } from '../read/record.js';
import { overEntries, verdictsOnCapture } from './entries.js';
import { overLines, tooLong } from './lines.js';
import { nothing, type UnitResult, type WholeFile } from './unit.js';
import { verdictOf, verdictsOn, type Workbench } from './workbench.js';

/** How much of a file its format is recognised by. */
const headLength = 65_536;

/** Goes over a file that is read as a whole, in whatever format. */
export async function overWhole(file: WholeFile, workbench: Workbench): Promise<UnitResult> {
  const { name } = file;
  const start = { file: name, line: 1, column: 1 };
  const alone = (problem: Problem): UnitResult => ({
    ...nothing,
    payloads: 1,
    verdicts: [verdictOf(problem, start, workbench)],
  });
  let bytes: Uint8Array;
  try {
    bytes = typeof file.from === 'string' ? readFileSync(file.from) : file.from;
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return alone({ code: 'unreadable', params: { name, code } });
  }
  const mark = markOf(bytes);
  if (mark === 'utf-16') return alone({ code: 'invalid-utf8', params: { isUtf16: true } });
  const own = mark === 'utf-8' ? bytes.subarray(3) : bytes;
  const result = await overBytes(name, own, workbench, alone);
  if (mark === undefined) return result;
  const marked = verdictOf({ code: 'byte-order-mark', params: {} }, start, workbench);
  return { ...result, verdicts: [marked, ...result.verdicts] };
}

/** By which mark, or in which way without one, a text's encoding shows; UTF-8 needs none. */
export function markOf([first, second, third]: Uint8Array): 'utf-8' | 'utf-16' | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  const isMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Of ASCII in UTF-16 every second byte is zero.
  const isHalfZero = second !== undefined && (first === 0) !== (second === 0);
  return isMark || isHalfZero ? 'utf-16' : undefined;
}

async function overBytes(
  name: string,
  bytes: Uint8Array,
  workbench: Workbench,
  alone: (problem: Problem) => UnitResult,
): Promise<UnitResult> {
  const { options } = workbench;
  const head = Buffer.from(bytes.subarray(0, headLength)).toString('utf8');
  const sniffed = sniffFormat(head, name, bytes.length <= headLength);
  if (sniffed === 'empty') return alone({ code: 'empty-input', params: {} });
  const format = options.format ?? sniffed;
  if (format === 'ndjson') return overLines(name, bytes, workbench);
  if (format === 'har') return overCapture(name, bytes, workbench);
  if (bytes.length > options.maxBytes) return alone(tooLong(options.maxBytes));
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isUtf8(buffer)) return alone({ code: 'invalid-utf8', params: { isUtf16: false } });
  const record = { file: name, text: buffer.toString('utf8'), line: 1, column: 1 };
  const hints = hintsFor(name, options.hints, workbench.judging.knowledge.service.paths);
  const read = format === 'http' ? readHttp(record.text, hints) : readJson(record.text, hints);
  const verdicts = await verdictsOn(record, read, workbench);
  return { ...nothing, payloads: Math.max(1, read.exchanges.length), verdicts };
}

async function overCapture(
  name: string,
  bytes: Uint8Array,
  workbench: Workbench,
): Promise<UnitResult> {
  const splitter = new HarSplitter(workbench.options.maxBytes);
  const result = await overEntries(name, [...splitter.push(bytes)], workbench);
  const whole = verdictsOnCapture(name, splitter, result, workbench);
  return { ...result, verdicts: [...result.verdicts, ...whole] };
}

/** What a file's name tells where the command was told nothing. */
function hintsFor(name: string, told: ReadHints, paths: readonly string[]): ReadHints {
  return {
    endpoint: told.endpoint ?? endpointOf(name, paths),
    part: told.part ?? partOf(name)?.part,
    withDuplicates: true,
  };
}
