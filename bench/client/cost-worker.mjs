// @ts-check
// A part of one of our calls against the whole of it, both measured in this process.
import { givenTask, giveSamples } from '../worker.mjs';
import { callFor, ready } from './calling.mjs';

const { part, ...target } = givenTask();
const { runtime, relationQqprofileOperation, sign } = await import(target.bundles.ours);
const { validateInput } = runtime;
const { openid, accessToken } = target.exchange.body;

const key = 'a key of no game';
const timestamps = Array.from({ length: 1024 }, (_, index) => String(1_478_745_715 + index));

const signOnce = (/** @type {number} */ index) => {
  if (sign(key, timestamps[index & 1023]).length !== 32) throw new Error('made no signature');
};
const validateOnce = () => {
  const findings = validateInput(relationQqprofileOperation, { openid, accessToken });
  if (findings?.length > 0) throw new Error('found fault with the example');
};
const both = (/** @type {number} */ index) => {
  signOnce(index);
  validateOnce();
};
const once = { sign: signOnce, validate: validateOnce, 'sign + validate': both }[String(part)];

if (part.includes('validate') && validateInput === undefined)
  throw new Error('the runtime exports no validateInput, so nothing can be told of it');
if (once !== undefined) nanosecondsOf(once, 0.3);
const call = await ready('msdk-api', target, { concurrency: 1, variant: 'default' });

giveSamples(async () => {
  const { calls, seconds } = await callFor(call, 1, 0.2);
  const whole = (seconds / calls) * 1e9;
  const nanoseconds = once === undefined ? whole : nanosecondsOf(once, 0.1);
  return { nanoseconds, shareOfCall: nanoseconds / whole };
});

/** What one takes, over some seconds. @param {(index: number) => void} once @param {number} seconds */
function nanosecondsOf(once, seconds) {
  const start = performance.now();
  const end = start + seconds * 1000;
  let times = 0;
  while (performance.now() < end) for (let index = 0; index < 1000; index++) once(times++);
  return ((performance.now() - start) / times) * 1e6;
}
