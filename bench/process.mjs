// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** How often the memory of a running process is looked at, in milliseconds. */
const glance = 20;

/** Whether a process can be held to some of the processor's cores. */
export const canPin = spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Runs a command and tells, on the fourth stream, what processor time it took. */
const script = '"$@"; code=$?; times >&3; exit $code';

/**
 * Runs Node with these arguments, from its start to its end, and gives the wall time, the processor
 * time of its threads and of the children it waits for, and, on Linux, the most memory that all held
 * at once. The processor time tells most where the machine has other work to do.
 * @param {readonly string[]} args
 * @param {{ limit?: number | undefined, cores?: readonly number[] }} [options] after `limit` seconds the
 *   process is ended; `cores` are those that it may use, where {@link canPin}
 * @returns {Promise<import('./harness.mjs').Sample>}
 */
export function timed(args, { limit = 3600, cores = [] } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const pin = cores.length > 0 && canPin ? ['taskset', '-c', cores.join(',')] : [];
    const child = spawn('sh', ['-c', script, 'sh', ...pin, process.execPath, ...args], {
      // Elsewhere than in the project, whose settings for other tools are not meant for the peers.
      cwd: tmpdir(),
      env: { ...process.env, CI: '1', NO_COLOR: '1', REDOCLY_TELEMETRY: 'off' },
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let seconds = 0;
    let peak = 0;
    let isLate = false;
    const [output, times] = [lastOf([child.stdout, child.stderr]), lastOf([child.stdio[3]])];
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(treeOf(child.pid)))), glance);
    const end = setTimeout(() => {
      isLate = true;
      for (const pid of treeOf(child.pid).reverse()) process.kill(pid, 'SIGKILL');
    }, limit * 1000);
    child.once('error', reject);
    child.once('exit', () => (seconds = (performance.now() - start) / 1000));
    child.once('close', (code) => {
      clearInterval(watch);
      clearTimeout(end);
      if (isLate) reject(new Error(`not done after ${limit} s`));
      else if (code !== 0) reject(new Error(`failed: ${output()}`));
      else resolve({ seconds, cpu: cpuOf(times()), ...(peak > 0 && { peakMiB: peak / 1024 }) });
    });
  });
}

/** Keeps the last of what streams say. @param {readonly unknown[]} streams */
function lastOf(streams) {
  let text = '';
  for (const stream of /** @type {NodeJS.ReadableStream[]} */ (streams))
    stream.on('data', (chunk) => (text = (text + chunk).slice(-500)));
  return () => text.trim();
}

/** The seconds in the second line of the shell's `times`: user and system, as in `1m2.345s 0m0.678s`. */
function cpuOf(/** @type {string} */ times) {
  const parts = times.split('\n')[1]?.matchAll(/(\d+)m([\d.]+)s/g) ?? [];
  return [...parts].reduce(
    (sum, [, minutes, rest]) => sum + 60 * Number(minutes) + Number(rest),
    0,
  );
}

/**
 * A process and all below it that still run; empty where the system does not tell.
 * @param {number | undefined} pid
 * @returns {number[]}
 */
function treeOf(pid) {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap(
      (thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').match(/\d+/g) ?? [],
    );
    return [Number(pid), ...children.flatMap((child) => treeOf(Number(child)))];
  } catch {
    return [];
  }
}

/** The sum of the processes' high-water marks, in KiB. @param {readonly number[]} pids */
function memoryOf(pids) {
  let sum = 0;
  for (const pid of pids)
    try {
      sum += Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
    } catch {
      continue; // it has just ended
    }
  return sum;
}
