import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { DiscoveredInput } from '../input/discover.js';
import { errorCode } from '../input/discover/error-code.js';
import { HarSplitter, type HarText, type HarTooLong } from '../input/har.js';
import { sniffFormat } from '../input/sniff.js';
import { Chunks } from './chunks.js';
import type { RunOptions } from './options.js';
import { Slots } from './slots.js';
import type { Unit, WholeFile } from './unit.js';
import { markOf } from './whole.js';

/** A piece of work in its place among all of them. */
export interface PlannedUnit {
  readonly unit: Unit;
  /** What is left to be said of a file once this unit is done. */
  readonly finish?: { readonly splitter: HarSplitter };
  /** Whether its lines follow those of the unit before. */
  readonly follows: boolean;
  /** Whether the file starts with a byte order mark that is left out. */
  readonly isMarked?: boolean;
}

/** What a plan depends on. */
export type PlanOptions = Pick<RunOptions, 'format' | 'maxBytes'> & {
  /** How many units are under way at a time, at most. */
  readonly underWay: number;
};

/** Files up to this size are read as a whole, several of them by one thread at a time. */
const smallFile = 256 * 1024;

/** How much of small files makes one unit. */
const batchBytes = 256 * 1024;
const batchFiles = 64;

/** How much of NDJSON makes one unit: the engine keeps texts up to about this size where parsing them is fastest. */
const blockBytes = 1_000_000;

/** How much of a capture's entries makes one unit, in characters. */
const entriesLength = 96 * 1024;

const headLength = 65_536;

/** Cuts inputs into pieces of work, in their order. What can be read only once is read meanwhile. */
export async function* planUnits(
  inputs: readonly DiscoveredInput[],
  options: PlanOptions,
  stdin: Readable,
): AsyncGenerator<PlannedUnit> {
  let batch: WholeFile[] = [];
  let bytes = 0;
  const flush = (): PlannedUnit[] => {
    const files = batch;
    [batch, bytes] = [[], 0];
    return files.length === 0 ? [] : [{ unit: { kind: 'wholes', files }, follows: false }];
  };
  for (const input of inputs) {
    const { name, path, size = 0 } = input;
    if (input.source === 'file' && size <= smallFile) {
      batch.push({ name, from: path });
      bytes += size;
      if (bytes >= batchBytes || batch.length >= batchFiles) yield* flush();
      continue;
    }
    yield* flush();
    try {
      if (input.source === 'file') yield* planFile(input, size, options);
      else
        yield* planStream(name, input.source === 'stdin' ? stdin : createReadStream(path), options);
    } catch (error) {
      // It was there when it was found, and is gone or broken by now: the others are not.
      yield { unit: { kind: 'unreadable', file: name, code: errorCode(error) }, follows: false };
    }
  }
  yield* flush();
}

async function* planFile(
  { name, path }: DiscoveredInput,
  size: number,
  options: PlanOptions,
): AsyncGenerator<PlannedUnit> {
  const head = await readHead(path);
  const mark = markOf(head);
  const format = options.format ?? sniffFormat(textOf(head, mark), name, false);
  if (format === 'har') yield* planCapture(name, createReadStream(path), options);
  else if (format === 'ndjson' && mark !== 'utf-16') {
    const first = mark === 'utf-8' ? 3 : 0;
    for (let start = first; start < size; start += blockBytes) {
      const end = Math.min(start + blockBytes, size);
      const isMarked = start === first && mark === 'utf-8';
      yield {
        unit: { kind: 'block', file: name, path, start, end },
        follows: start > first,
        isMarked,
      };
    }
  } else {
    // Of what is too long no more is read than shows it.
    const { maxBytes } = options;
    const from =
      size > maxBytes ? await readUpTo(createReadStream(path, { end: maxBytes }), maxBytes) : path;
    yield { unit: { kind: 'wholes', files: [{ name, from }] }, follows: false };
  }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function textOf(head: Buffer, mark: ReturnType<typeof markOf>): string {
  return head.subarray(mark === 'utf-8' ? 3 : 0).toString('utf8');
}

async function* planStream(
  name: string,
  stream: Readable,
  options: PlanOptions,
): AsyncGenerator<PlannedUnit> {
  const chunks = new Chunks(stream);
  const formatOf = (head: Buffer, isWhole: boolean) =>
    options.format ??
    sniffFormat(textOf(head.subarray(0, headLength), markOf(head)), name, isWhole);
  let head: Buffer = Buffer.alloc(0);
  let isWhole = false;
  while (head.length < headLength && !isWhole) {
    const piece = await chunks.next();
    if (piece === undefined) isWhole = true;
    else head = Buffer.concat([head, piece]);
    // Lines that somebody waits for are gone over as they come.
    if (!isWhole && (await chunks.isPausing()) && formatOf(head, false) === 'ndjson') break;
  }
  const mark = markOf(head);
  const format = formatOf(head, isWhole);
  const rest = continued(head, chunks);
  if (format === 'har') yield* planCapture(name, rest, options);
  else if (format === 'ndjson' && mark !== 'utf-16')
    yield* planLines(name, rest, () => chunks.isPausing(), mark, options);
  else {
    const from = await readUpTo(rest, options.maxBytes);
    yield { unit: { kind: 'wholes', files: [{ name, from }] }, follows: false };
  }
}

async function* continued(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

/** All of a stream, or so much of it that it is plainly more than allowed; the rest is read and dropped. */
async function readUpTo(chunks: AsyncIterable<Buffer>, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (length <= most) pieces.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(pieces);
}

async function* planCapture(
  file: string,
  chunks: AsyncIterable<Buffer>,
  options: PlanOptions,
): AsyncGenerator<PlannedUnit> {
  const splitter = new HarSplitter(options.maxBytes);
  let entries: (HarText | HarTooLong)[] = [];
  let length = 0;
  let follows = false;
  for await (const chunk of chunks)
    for (const entry of splitter.push(chunk)) {
      entries.push(entry);
      length += 'text' in entry ? entry.text.length : 0;
      if (length < entriesLength) continue;
      yield { unit: { kind: 'entries', file, entries }, follows };
      [entries, length, follows] = [[], 0, true];
    }
  yield { unit: { kind: 'entries', file, entries }, follows, finish: { splitter } };
}

async function* planLines(
  file: string,
  chunks: AsyncIterable<Buffer>,
  isPausing: () => Promise<boolean>,
  mark: 'utf-8' | undefined,
  options: PlanOptions,
): AsyncGenerator<PlannedUnit> {
  const { maxBytes } = options;
  const slots = new Slots(options.underWay);
  let isMarked = mark === 'utf-8';
  let skip = isMarked ? 3 : 0;
  let follows = false;
  const unitOf = (bytes: Uint8Array): PlannedUnit => {
    const planned: PlannedUnit = { unit: { kind: 'lines', file, bytes }, follows, isMarked };
    [follows, isMarked] = [true, false];
    return planned;
  };
  let held: Buffer[] = [];
  let length = 0;
  let hasBreak = false;
  // Of a line that is too long only its length is kept, so far as it shows that it is.
  let isDropping = false;
  for await (const whole of chunks) {
    let chunk = whole.subarray(Math.min(skip, whole.length));
    skip = Math.max(0, skip - whole.length);
    if (isDropping) {
      const stop = chunk.indexOf(0x0a);
      if (stop === -1) continue;
      isDropping = false;
      chunk = chunk.subarray(stop);
    }
    held.push(chunk);
    length += chunk.length;
    hasBreak ||= chunk.includes(0x0a);
    const isEnough = length >= blockBytes && (hasBreak || length > maxBytes);
    if (!isEnough && !(hasBreak && (await isPausing()))) continue;
    const bytes = slots.joined(held);
    const stop = bytes.lastIndexOf(0x0a) + 1;
    isDropping = stop === 0;
    const kept = isDropping ? Buffer.alloc(maxBytes + 1, 'x') : Buffer.from(bytes.subarray(stop));
    if (stop > 0) yield unitOf(bytes.subarray(0, stop));
    [held, length, hasBreak] = [[kept], kept.length, false];
  }
  if (length > 0) yield unitOf(slots.joined(held));
}
