/** A time as a Date, or in whole seconds since 1970. */
export type DateOrSeconds = Date | number;

/** What to give where a time is asked for. */
export const timeRemedy: string = 'give a Date, or whole seconds: Math.floor(Date.now() / 1000)';

/** The year 5138 in seconds, and 1973 in milliseconds: what is larger was not meant in seconds. */
const tooLarge = 1e11;

/**
 * Whole seconds since 1970, from a Date or from a number that has them already. Undefined for what is no
 * such time: milliseconds, fractions, times before 1970.
 */
export function unixSeconds(time: unknown): number | undefined {
  const seconds = time instanceof Date ? Math.floor(time.getTime() / 1000) : time;
  return typeof seconds === 'number' &&
    Number.isInteger(seconds) &&
    seconds >= 0 &&
    seconds < tooLarge
    ? seconds
    : undefined;
}
