// @ts-check

/**
 * What a caller connects to.
 * @typedef {object} Target
 * @property {string} origin
 * @property {import('../exchange.mjs').Exchange} exchange
 * @property {import('../bundles.mjs').Bundles} bundles
 */

/** Path and query, for those that make no query of their own. @param {Target} target */
export function pathOf({ exchange: { path, query } }) {
  return `${path}?${new URLSearchParams(query)}`;
}
