// @ts-check
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { canPin } from '../process.mjs';
import { spotlessCalls } from './calls.mjs';
import { floorOfLines, ours } from './processes.mjs';
import { writeHar, writeNdjson } from './recordings.mjs';

/** @typedef {import('../harness.mjs').Contender} Contender */
/** @typedef {import('../harness.mjs').Goal} Goal */

const one = 'msdk-api, --jobs 1';
const two = 'msdk-api, --jobs 2';
const on = canPin ? 'pinned to cores' : 'not pinned, for want of taskset';

/**
 * Large recordings of calls in which there is nothing to find. What is throughput on one core and on two
 * is told by pinning the processes.
 * @param {string} folder
 * @param {number} megabytes
 * @returns {import('../harness.mjs').Case[]}
 */
export function recordingCases(folder, megabytes) {
  const calls = spotlessCalls(folder);
  const endpoints = new Set(calls.map(({ endpoint }) => endpoint)).size;
  const lines = calls.map(({ method: _, ...call }) => Buffer.byteLength(JSON.stringify(call)));
  const mean = Math.round(lines.reduce((sum, bytes) => sum + bytes, 0) / lines.length);
  const of = `${megabytes} MB of calls to ${endpoints} endpoints`;
  const written = (/** @type {string} */ name, /** @type {typeof writeNdjson} */ write) => {
    // One recording at a time: they are large.
    rmSync(join(folder, 'calls.har'), { force: true });
    rmSync(join(folder, 'calls.ndjson'), { force: true });
    const file = join(folder, name);
    write(file, calls, megabytes * 1e6);
    return file;
  };
  return [
    {
      name: 'ndjson',
      title: `${of}, about ${mean} bytes a line, ${on}; floor: one process reads and parses the lines`,
      rounds: 3,
      async contenders() {
        const file = written('calls.ndjson', writeNdjson);
        return rated(file, [...jobs(file), floorOfLines(file, { cores: [0] })]);
      },
      goals: [...timesAsFastAsFloor(), ...within()],
    },
    {
      name: 'har',
      title: `${of} as a HAR capture, ${on}`,
      rounds: 3,
      async contenders() {
        const file = written('calls.har', writeHar);
        return rated(file, jobs(file));
      },
      goals: within(),
    },
  ];
}

/** @param {string} file */
function jobs(file) {
  return [
    ours(one, [file, '--jobs', '1'], { cores: [0] }),
    ours(two, [file, '--jobs', '2'], { cores: [0, 1] }),
  ];
}

/** Contenders whose samples tell how much of a file they go over in a second. @param {string} file @param {Contender[]} contenders */
function rated(file, contenders) {
  const megabytes = statSync(file).size / 1e6;
  return contenders.map(({ name, measure }) => ({
    name,
    async measure() {
      const sample = await measure();
      return { megabytesPerSecond: megabytes / Number(sample['seconds']), ...sample };
    },
  }));
}

/** @returns {Goal[]} */
function timesAsFastAsFloor() {
  const rate = 'megabytesPerSecond';
  return /** @type {const} */ ([
    [one, 0.8],
    [two, 1.6],
  ]).map(([name, least]) => ({
    figure: `${name}, times as fast as the floor`,
    of: (median) => median(name, rate) / median('floor', rate),
    least,
  }));
}

/** @returns {Goal[]} */
function within() {
  return [one, two].map((name) => ({
    figure: `${name}, MiB of memory`,
    of: (median) => median(name, 'peakMiB'),
    most: 200,
  }));
}
