// @ts-check
// One contender: how many payloads it validates, each of them a value of its own, as parsed from a text.
import { givenTask, giveSamples } from '../worker.mjs';
import { compiled } from './contenders/index.mjs';
import { payloads } from './payloads.mjs';

const { file, variant, name } = givenTask();
const payload = payloads[name];
if (payload === undefined) throw new Error(`there is no payload ${name}`);
const validate = await compiled(file, payload, variant);
const text = JSON.stringify(payload.value);
const values = Array.from({ length: 64 }, () => JSON.parse(text));

validateFor(0.5);
giveSamples(async () => {
  const nanoseconds = validateFor(0.1);
  return { perSecond: 1e9 / nanoseconds, nanoseconds };
});

/** What one payload takes, over some seconds. @param {number} seconds */
function validateFor(seconds) {
  const start = performance.now();
  const end = start + seconds * 1000;
  let accepted = 0;
  let rounds = 0;
  for (; performance.now() < end; rounds++)
    for (const value of values) if (validate(value)) accepted++;
  if (accepted !== rounds * values.length) throw new Error('refused the payload');
  return ((performance.now() - start) / accepted) * 1e6;
}
