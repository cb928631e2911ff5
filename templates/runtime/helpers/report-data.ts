import { timeRemedy, unixSeconds } from './unix-seconds.js';

/** Why a value cannot be sent, and what to do instead. */
export interface Refusal {
  readonly problem: string;
  readonly remedy: string;
}

/** Writes a value as the text that goes into `data`, or says why it cannot. */
export type Writer = (value: unknown) => string | Refusal;

/** Text and numbers, as they are. Empty data is refused by the platform (errors-zh:229). */
export const asText: Writer = (value) => {
  if (value === '') return { problem: 'is empty', remedy: 'leave it out' };
  if (typeof value === 'string' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'number')
    return { problem: 'is neither a text nor a number', remedy: 'give one of these' };
  const text = String(value);
  const exact = /^-?\d+(\.\d+)?$/.test(text) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return exact
    ? text
    : { problem: 'is no number that can be written exactly', remedy: 'give its text, or a bigint' };
};

/** A time, in whole seconds since 1970. */
export const asTime: Writer = (value) => {
  const seconds = unixSeconds(value);
  return seconds === undefined
    ? { problem: 'is no time in seconds', remedy: timeRemedy }
    : String(seconds);
};

/** A time in seconds, or whatever text the caller knows the platform to read. */
export const asTimeOrText: Writer = (value) =>
  typeof value === 'string' ? asText(value) : asTime(value);

/** A length of time, in seconds. */
export const asDuration: Writer = (value) =>
  typeof value === 'number' && value >= 0
    ? asText(value)
    : { problem: 'is no length of time', remedy: 'give the seconds that one game took' };

/** The code of one of a few names. */
export function asCode(codes: Readonly<Record<string, string>>): Writer {
  return (value) =>
    (typeof value === 'string' && Object.hasOwn(codes, value) ? codes[value] : undefined) ?? {
      problem: 'is none of the names',
      remedy: `give one of ${Object.keys(codes).join(', ')}`,
    };
}
