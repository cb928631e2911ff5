import type { Fault, MockAnswer } from './answer.js';

const faults: readonly string[] = ['timeout', 'reset', 'truncate', 'html', 'loose'];

/** A preference that is known and has a value that cannot be. */
export class PreferenceError extends Error {
  override name = 'PreferenceError';
}

/**
 * Reads what a request asks for by its `Prefer` header: `code=2001`, `code=2001; table=…`,
 * `match=too%20many%20times`, `example=two-friends`, `delay=500`, `fault=reset`. Values may be percent-encoded.
 * Undefined where it asks for nothing; names that are not these are passed over (RFC 7240, section 2). Throws a
 * `PreferenceError`.
 */
export function readPreference(header: string | undefined): MockAnswer | undefined {
  if (header === undefined) return undefined;
  const parts = new Map(
    header.split(/[;,]/).map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), decode(value.trim().replace(/^"(.*)"$/, '$1'))];
    }),
  );
  const code = integer(parts, 'code');
  const delay = integer(parts, 'delay');
  // 0 is what there is without a preference.
  const table = code === 0 ? undefined : parts.get('table');
  const match = code === 0 ? undefined : parts.get('match');
  const example = parts.get('example');
  const fault = faultOf(parts);
  const answer: MockAnswer = {
    ...(code === undefined || code === 0 ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(match === undefined ? {} : { match }),
    ...(example === undefined ? {} : { example }),
    ...(delay === undefined ? {} : { delay }),
    ...(fault === undefined ? {} : { fault }),
  };
  return Object.keys(answer).length === 0 ? undefined : answer;
}

function faultOf(parts: ReadonlyMap<string, string>): Fault | undefined {
  const fault = parts.get('fault');
  if (fault === undefined || isFault(fault)) return fault;
  throw new PreferenceError(`fault=${fault}: it is one of ${faults.join(', ')}`);
}

function isFault(name: string): name is Fault {
  return faults.includes(name);
}

function integer(parts: ReadonlyMap<string, string>, name: 'code' | 'delay'): number | undefined {
  const text = parts.get(name);
  if (text === undefined) return undefined;
  const form = name === 'code' ? /^-?\d{1,9}$/ : /^\d{1,6}$/;
  if (form.test(text)) return Number(text);
  const unit = name === 'code' ? 'a whole number' : 'milliseconds, up to 999999';
  throw new PreferenceError(`${name}=${text}: it is ${unit}`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
