// @ts-check
import { closeSync, openSync, writeSync } from 'node:fs';
import { numbered } from './calls.mjs';

/** @typedef {ReturnType<typeof import('./calls.mjs').spotlessCalls>} Calls */

/** So much is written at a time. */
const piece = 1024 * 1024;

/**
 * Writes calls, in turn and again, as NDJSON of so many bytes or one line more.
 * @param {string} file
 * @param {Calls} calls
 * @param {number} bytes
 */
export function writeNdjson(file, calls, bytes) {
  const records = calls.map(({ method: _, ...call }) => numbered(`${JSON.stringify(call)}\n`));
  write(file, bytes, { start: '', records, between: '', end: '' });
}

/**
 * Writes calls, in turn and again, as a HAR capture of about so many bytes.
 * @param {string} file
 * @param {Calls} calls
 * @param {number} bytes
 */
export function writeHar(file, calls, bytes) {
  const creator = JSON.stringify({ name: 'bench', version: '1' });
  write(file, bytes, {
    start: `{"log":{"version":"1.2","creator":${creator},"entries":[\n`,
    records: calls.map((call) => numbered(JSON.stringify(entryOf(call)))),
    between: ',\n',
    end: '\n]}}\n',
  });
}

/** What a browser's tools record of a call. @param {Calls[number]} call */
function entryOf({ method, endpoint, query, request, response }) {
  const headers = [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'Connection', value: 'keep-alive' },
  ];
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headers, headersSize: -1, bodySize: -1 };
  const [sent, received] = [request, response].map((body) => body && JSON.stringify(body));
  const mimeType = 'application/json';
  return {
    startedDateTime: '2026-01-05T10:00:00.000Z',
    time: 21.5,
    request: {
      method,
      url: `https://msdk.qq.com${endpoint}?${new URLSearchParams(query)}`,
      ...common,
      queryString: Object.entries(query).map(([name, value]) => ({ name, value })),
      ...(sent === undefined ? {} : { postData: { mimeType, text: sent } }),
    },
    response: {
      status: 200,
      statusText: 'OK',
      ...common,
      content: { size: Buffer.byteLength(received ?? ''), mimeType, text: received },
      redirectURL: '',
    },
    cache: {},
    timings: { send: 0.1, wait: 20.9, receive: 0.5 },
  };
}

/**
 * @param {string} file
 * @param {number} bytes
 * @param {{ start: string, records: readonly ((index: number) => string)[], between: string, end: string }} parts
 */
function write(file, bytes, { start, records, between, end }) {
  const to = openSync(file, 'w');
  let [written, text, gap] = [0, start, ''];
  for (let round = 0; written + text.length < bytes; round++)
    for (const record of records) {
      text += gap + record(round);
      gap = between;
      if (written + text.length >= bytes) break;
      if (text.length < piece) continue;
      written += writeSync(to, text);
      text = '';
    }
  writeSync(to, text + end);
  closeSync(to);
}
