// @ts-check
// Loads a server, in a process of its own: so many connections, each with one request after the other.
import { createRequire } from 'node:module';
import { givenTask, giveSamples } from '../worker.mjs';
import { holdAnswers } from './answers.mjs';
import { exchange, target } from './exchange.mjs';
import { cpuOf, memoryOf, told } from './vitals.mjs';

// It has no types of its own.
const autocannon = createRequire(import.meta.url)('autocannon');

const { origin, pid, refuses, connections } = givenTask();

await holdAnswers(origin, refuses);
await load(3);

giveSamples(async () => {
  const before = cpuOf(pid);
  const { requests, seconds, times } = await load(1);
  const cpu = cpuOf(pid) - before;
  const memory = memoryOf(pid);
  await holdAnswers(origin, refuses);
  return told({
    requestsPerSecond: requests / seconds,
    p99Milliseconds: times[Math.ceil(times.length * 0.99) - 1] ?? NaN,
    cpuMicroseconds: (cpu / requests) * 1e6,
    MiB: memory,
  });
});

/** @param {number} duration in seconds */
async function load(duration) {
  /** How long each answer took, in milliseconds: the report's percentiles are whole ones. @type {number[]} */
  const times = [];
  const start = performance.now();
  const run = autocannon({
    url: origin + target(),
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(exchange.body),
    connections,
    duration,
  });
  run.on('response', (/** @type {[object, number, number, number]} */ ...[, , , time]) =>
    times.push(time),
  );
  const { errors, non2xx } = await run;
  const seconds = (performance.now() - start) / 1000;
  if (errors + non2xx > 0)
    throw new Error(`${errors} errors, ${non2xx} answers without status 200`);
  return { requests: times.length, seconds, times: times.sort((a, b) => a - b) };
}
