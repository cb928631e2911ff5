// @ts-check
// One contender: how many calls it makes.
import { givenTask, giveSamples } from '../worker.mjs';
import { callFor, ready } from './calling.mjs';

const { caller, variant, concurrency, ...target } = givenTask();
const call = await ready(caller, target, { concurrency, variant });

giveSamples(async () => {
  const { calls, seconds, cpu } = await callFor(call, concurrency, 0.1);
  return { callsPerSecond: calls / seconds, cpuMicroseconds: (cpu / calls) * 1e6 };
});
