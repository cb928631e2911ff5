// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Whether the system tells of processes what is asked here: Linux does. */
const tells = existsSync('/proc/self/status');

const ticks = tells ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : NaN;

/** The memory that a process holds now, in MiB; NaN where the system does not tell. @param {number} pid */
export function memoryOf(pid) {
  if (!tells) return NaN;
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}

/** The processor time that a process has taken, in seconds; NaN where the system does not tell. @param {number} pid */
export function cpuOf(pid) {
  if (!tells) return NaN;
  // Behind the name, which may have spaces: the state is the third field, user and system 14 and 15.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ');
  return (Number(fields?.[11]) + Number(fields?.[12])) / ticks;
}

/** A sample without what the system did not tell. @param {import('../harness.mjs').Sample} sample */
export function told(sample) {
  return Object.fromEntries(Object.entries(sample).filter(([, value]) => !Number.isNaN(value)));
}
