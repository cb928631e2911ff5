import type { Fault, MockAnswer } from './answer.js';

const faults: readonly string[] = ['timeout', 'reset', 'truncate', 'html', 'loose'];

/**
 * Reads what a request asks for by its `Prefer` header: `code=2001`, `code=2001; table=…`,
 * `match=too%20many%20times`, `example=two-friends`, `delay=500`, `fault=reset`. Values may be percent-encoded.
 * Undefined where it asks for nothing.
 */
export function readPreference(header: string | undefined): MockAnswer | undefined {
  if (header === undefined) return undefined;
  const parts = new Map(
    header.split(/[;,]/).map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=', 2);
      return [name.trim().toLowerCase(), decode(value.trim().replace(/^"(.*)"$/, '$1'))];
    }),
  );
  const code = integer(parts.get('code'));
  const delay = integer(parts.get('delay'));
  const table = parts.get('table');
  const match = parts.get('match');
  const example = parts.get('example');
  const fault = parts.get('fault');
  const answer: MockAnswer = {
    ...(code === undefined ? {} : { code }),
    ...(table === undefined ? {} : { table }),
    ...(match === undefined ? {} : { match }),
    ...(example === undefined ? {} : { example }),
    ...(delay === undefined || delay < 0 ? {} : { delay }),
    ...(fault !== undefined && isFault(fault) ? { fault } : {}),
  };
  return Object.keys(answer).length === 0 ? undefined : answer;
}

function isFault(name: string): name is Fault {
  return faults.includes(name);
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
