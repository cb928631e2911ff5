// @ts-check
import { variationsOf } from './breaks.mjs';
import { compiled, contenders } from './contenders/index.mjs';

/**
 * Sees that all contenders say the same: yes to the payload, and the same to each of its variations.
 * Where one differs, there is nothing to compare.
 * @param {import('./payloads.mjs').Payload} payload
 * @returns {Promise<number>} how many variations all refuse
 */
export async function agreeOn(payload) {
  const validators = await Promise.all(
    contenders.map(async ([name, file, variant]) => ({
      name,
      validate: await compiled(file, payload, variant),
    })),
  );
  for (const { name, validate } of validators)
    if (!validate(payload.value)) throw new Error(`${name} refuses the ${payload.part}`);
  let refused = 0;
  for (const variation of variationsOf(payload.value)) {
    const accepting = validators.filter(({ validate }) => validate(variation));
    if (accepting.length === 0) refused++;
    else if (accepting.length < validators.length && !isOurLimit(accepting, variation, payload))
      throw new Error(`of ${JSON.stringify(variation)} ${namesOf(accepting)} alone find no fault`);
  }
  if (refused < 20) throw new Error('too few variations of the payload are broken');
  return refused;
}

/**
 * Whether all accept but ours, and a longer payload than the given one: ours has limits in bytes too.
 * @param {readonly { readonly name: string }[]} accepting
 * @param {unknown} variation
 * @param {import('./payloads.mjs').Payload} payload
 */
function isOurLimit(accepting, variation, { value }) {
  const [, ...peers] = contenders;
  const isAllPeers = namesOf(accepting) === peers.map(([name]) => name).join(', ');
  return isAllPeers && JSON.stringify(variation).length > JSON.stringify(value).length;
}

/** @param {readonly { readonly name: string }[]} validators */
function namesOf(validators) {
  return validators.map(({ name }) => name).join(', ');
}
