// @ts-check

/** @typedef {() => Promise<object>} Call one call: sends the exchange's request, gives its reply */

/** However quick a contender is, so many calls in a row are enough. */
const limit = 50_000;

/**
 * Calls for some seconds, `concurrency` calls at a time.
 * @param {Call} call
 * @param {number} concurrency
 * @param {number} seconds
 * @returns {Promise<{ calls: number, seconds: number, cpu: number }>} cpu: seconds of this process
 */
export async function callFor(call, concurrency, seconds) {
  let calls = 0;
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const end = start + seconds * 1000;
  const lane = async () => {
    while (calls < limit && performance.now() < end) {
      calls++;
      if (typeof (await call()) !== 'object') throw new Error('a call gave no reply');
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  const { user, system } = process.cpuUsage(cpuBefore);
  return { calls, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

/**
 * Makes a caller ready: connects it, sees that it gives the reply, and warms it up.
 * @param {string} caller
 * @param {import('./callers/target.mjs').Target} target
 * @param {{ concurrency: number, variant?: string }} options
 */
export async function ready(caller, target, { concurrency, variant }) {
  const { connect } = await import(`./callers/${caller}.mjs`);
  /** @type {Call} */
  const call = await connect(target, variant);
  const reply = /** @type {{ nickName?: unknown }} */ (await call());
  if (reply.nickName !== target.exchange.reply.nickName) throw new Error('gave another reply');
  await callFor(call, concurrency, 1);
  return call;
}
