// @ts-check
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of a running process is looked at, in milliseconds. */
const glance = 20;

/**
 * @typedef {object} ProcessOptions
 * @property {string} [cwd]
 * @property {number | undefined} [limit] after so many seconds the process is ended
 */

/**
 * Runs Node with these arguments, from its start to its end. Gives the wall time and, where the system
 * tells it (Linux), the most memory that the process and those it started held at once.
 * @param {readonly string[]} args
 * @param {ProcessOptions} [options]
 * @returns {Promise<import('./harness.mjs').Sample>}
 */
export function timed(args, { cwd, limit = 1800 } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...process.env, CI: '1', NO_COLOR: '1', REDOCLY_TELEMETRY: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let seconds = 0;
    let peak = 0;
    let output = '';
    let late = false;
    const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-2000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const look = () => (peak = Math.max(peak, memoryOf(child.pid)));
    const watch = setInterval(look, glance);
    const end = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    child.once('exit', () => (seconds = (performance.now() - start) / 1000));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      clearTimeout(end);
      if (late) reject(new Error(`ended after ${limit} s`));
      else if (code !== 0) reject(new Error(`failed: ${output.trim().slice(-500)}`));
      else resolve({ seconds, ...(peak > 0 ? { peakMiB: peak / 1024 } : {}) });
    });
  });
}

/**
 * The high-water marks, in KiB, of a process and of those it started that still run; 0 where unknown.
 * @param {number | string | undefined} pid
 * @returns {number}
 */
function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + memoryOf(child), own);
  } catch {
    return 0;
  }
}
