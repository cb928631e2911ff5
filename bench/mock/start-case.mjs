// @ts-check
import { nothing } from '../validate/processes.mjs';
import { bare, ours, prism } from './contenders.mjs';
import { startServer } from './server.mjs';
import { cpuOf, told } from './vitals.mjs';

/**
 * From a process's start to the first request that it has answered.
 * @returns {import('../harness.mjs').Case}
 */
export function startCase() {
  return {
    name: 'start',
    title: 'from the start of the process to the first answer; node -e 0: to its end',
    rounds: 11,
    contenders: async () => [
      ...[ours, bare, prism].map((one) => ({
        name: one.name,
        async measure() {
          const { seconds, pid, stop } = await startServer(one);
          const cpu = cpuOf(pid);
          stop();
          return told({ seconds, cpu });
        },
      })),
      {
        name: nothing.name,
        async measure() {
          const { peakMiB: _, ...sample } = await nothing.measure();
          return sample;
        },
      },
    ],
    goals: [
      {
        figure: 'seconds to the first answer',
        of: (median) => median(ours.name, 'seconds'),
        most: 0.5,
      },
    ],
  };
}
