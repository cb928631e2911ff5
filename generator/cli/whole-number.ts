import { UsageError } from './outcome.js';

/** The whole number that an option has to be; throws a `UsageError` where it is none, or out of bounds. */
export function wholeNumber(
  option: string,
  text: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most || number < least) {
    const above = most < Number.MAX_SAFE_INTEGER ? ` and at most ${most}` : '';
    throw new UsageError(
      `${option} ${text}: it must be a whole number of at least ${least}${above}`,
    );
  }
  return number;
}
