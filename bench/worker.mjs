// @ts-check
// In a worker: takes the task, and gives samples for as long as it is asked for them.

/** What the worker was told to do. */
export function givenTask() {
  return JSON.parse(process.argv[2] ?? '{}');
}

/** @param {() => Promise<import('./harness.mjs').Sample>} sample */
export function giveSamples(sample) {
  process.on('message', async () => process.send?.(await sample()));
  // Connections that are still open keep no worker.
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}
