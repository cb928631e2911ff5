// @ts-check

/** @typedef {import('./harness.mjs').Sample} Sample */
/**
 * A quantity over all rounds, by contender.
 * @typedef {object} Summary
 * @property {Record<string, number>} medians
 * @property {Record<string, number>} ratios each median divided by the first contender's; none where that is 0
 * @property {Record<string, readonly [number, number]>} ranges the least and the most
 */

/**
 * Sums samples up, each quantity by itself.
 * @param {ReadonlyMap<string, readonly Sample[]>} samples by contender; the first is ours
 * @returns {Map<string, Summary>}
 */
export function summarise(samples) {
  const quantities = new Set([...samples.values()].flat().flatMap((sample) => Object.keys(sample)));
  return new Map([...quantities].map((quantity) => [quantity, summaryOf(samples, quantity)]));
}

/**
 * @param {ReadonlyMap<string, readonly Sample[]>} samples
 * @param {string} quantity
 * @returns {Summary}
 */
function summaryOf(samples, quantity) {
  /** @type {Summary} */
  const summary = { medians: {}, ratios: {}, ranges: {} };
  /** @type {number | undefined} */
  let ours;
  for (const [contender, own] of samples) {
    const values = own.flatMap((sample) => sample[quantity] ?? []).sort((a, b) => a - b);
    const median = medianOf(values);
    if (contender === samples.keys().next().value) ours = median;
    if (median === undefined) continue;
    summary.medians[contender] = short(median);
    summary.ranges[contender] = [values[0] ?? median, values.at(-1) ?? median];
    if (ours !== undefined && ours !== 0) summary.ratios[contender] = short(median / ours);
  }
  return summary;
}

/** @param {readonly number[]} sorted */
function medianOf(sorted) {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** As many digits as a measurement is worth; what is counted stays exact. @param {number} value */
function short(value) {
  if (Number.isInteger(value)) return value;
  return Number(value.toPrecision(4));
}
