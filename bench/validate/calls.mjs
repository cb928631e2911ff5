// @ts-check
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../peers.mjs';
import { examplesOf, livePaths } from './examples.mjs';

/** @typedef {import('./examples.mjs').Example} Example */
/**
 * A recorded call, as a line of NDJSON has it.
 * @typedef {object} Call
 * @property {string} endpoint
 * @property {Readonly<Record<string, string>>} query
 * @property {Readonly<Record<string, unknown>> | undefined} request
 * @property {Readonly<Record<string, unknown>>} response
 */

/** What differs from one record of a call to the next; {@link numbered} puts numbers there. */
const marks = { time: '1478745715', id: 'BENCHBENCHBENCHBENCHBENCHBENCH00' };

/** Lists in replies grow until the call has so many bytes: with the short ones that makes 1 KB of a call. */
const bytesWithLists = 2500;

/**
 * A call to every endpoint for each of its examples: those in which `msdk validate` finds nothing at all.
 * Left out are endpoints whose examples show members that have ended.
 * @param {string} folder where the file is written that it is asked about
 * @returns {(Call & { readonly method: string })[]}
 */
export function spotlessCalls(folder) {
  const calls = livePaths.flatMap(examplesOf).map((example) => ({
    method: example.method,
    ...callOf(example),
  }));
  const file = join(folder, 'examples.ndjson');
  writeFileSync(file, calls.map(({ method: _, ...call }) => `${JSON.stringify(call)}\n`).join(''));
  const args = [join(root, 'dist/msdk.js'), 'validate', file, '--reporter', 'ndjson'];
  const verdicts = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n');
  const faulty = new Set(
    verdicts.map((text) => JSON.parse(text)).flatMap((one) => (one.findings ? [one.line] : [])),
  );
  return calls.filter((_, index) => !faulty.has(index + 1));
}

/** @param {Example} example @returns {Call} */
function callOf({ path, parameters, request, response }) {
  /** @type {Readonly<Record<string, unknown>>} */
  const known = {
    timestamp: marks.time,
    appid: request?.['appid'] ?? '100000001',
    // The body of the call may repeat it, by one of two names.
    openid: request?.['openid'] ?? request?.['guestid'] ?? '0123456789ABCDEF0123456789ABCDEF',
    encode: '2',
    msdkExtInfo: marks.id,
    version: '2.19.0',
    opua: 'AndroidSDK_19_hlteatt_4.4.4',
  };
  const filled = parameters.map(({ name, schema }) => [
    name,
    String(known[name] ?? (schema.type === 'integer' ? 1 : 'text')),
  ]);
  const query = { ...Object.fromEntries(filled), sig: 'b5902740eb307332799ab71150d33e67' };
  const call = { endpoint: path, query, request, response: { ...response, msdkExtInfo: marks.id } };
  return grown(call);
}

/** A call with as many rows in its reply's lists as make it long. @param {Call} call */
function grown(call) {
  const copy = structuredClone(call);
  const lists = listsIn(copy.response).filter((list) => list.length > 0);
  while (lists.length > 0 && JSON.stringify(copy).length < bytesWithLists)
    for (const list of lists) list.push(structuredClone(list[0]));
  return copy;
}

/** @param {unknown} value @returns {unknown[][]} */
function listsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [value] : [];
  return [...own, ...Object.values(value).flatMap(listsIn)];
}

/**
 * A record with numbers of its own, and every other time with players named in Chinese.
 * @param {string} record its text
 * @returns {(index: number) => string}
 */
export function numbered(record) {
  const forms = [record, record.replaceAll('Player ', '玩家 ')].map((form) =>
    form.split(new RegExp(`(${marks.time}|${marks.id})`)),
  );
  return (index) => {
    const time = String(Number(marks.time) + index);
    const id = String(index).padStart(marks.id.length, '0');
    return (forms[index % 2] ?? [])
      .map((piece) => (piece === marks.time ? time : piece === marks.id ? id : piece))
      .join('');
  };
}
