// @ts-check
/** @typedef {(value: unknown) => boolean} Validate whether a payload is as it should be */
/** @typedef {(payload: import('../payloads.mjs').Payload, variant?: string) => Validate} Compile */

/** Every contender's name, its file beside this one, and its variant. The first is ours. */
export const contenders = /** @type {const} */ ([
  ['msdk-api', 'msdk-api'],
  ['ajv', 'ajv'],
  ['ajv, all errors', 'ajv', 'all errors'],
  ['zod', 'zod'],
  ['valibot', 'valibot'],
  ['typebox', 'typebox'],
]);

/**
 * Makes a contender ready for a payload.
 * @param {string} file
 * @param {import('../payloads.mjs').Payload} payload
 * @param {string | undefined} variant
 * @returns {Promise<Validate>}
 */
export async function compiled(file, payload, variant) {
  const { compile } = await import(`./${file}.mjs`);
  return compile(payload, variant);
}
