import { parentPort, workerData } from 'node:worker_threads';
import { countingBench } from './counting.js';
import { doUnit } from './do-unit.js';
import type { RunOptions } from './options.js';
import type { FromThread, ToThread } from './threads.js';

/** The thread's whole life: it is told the options, and does the units that it is sent, one at a time. */
const { workbench, counter } = countingBench(workerData as RunOptions);
parentPort?.on('message', (message: ToThread) => {
  void answer(message).then((found) => parentPort?.postMessage(found));
});

async function answer(message: ToThread): Promise<FromThread> {
  const { id } = message;
  if (!('unit' in message)) return { id, counts: counter?.counts() ?? {} };
  return { id, result: await doUnit(message.unit, workbench) };
}
