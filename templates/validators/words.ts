import type { Detail, Hint, JsonType, Params } from './detail.js';

/** The words for details in one language. */
export interface Words {
  readonly messages: { readonly [C in keyof Params]: (params: Params[C]) => string };
  readonly hints: { readonly [K in Hint['kind']]: (hint: Extract<Hint, { kind: K }>) => string };
  /** What is said of a broken fact that was only inferred. */
  inferred(message: string): string;
  /** What is said of a parameter of the query, to tell it from a member of the body. */
  inQuery(message: string): string;
}

const types: Readonly<Record<JsonType, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

/** The words in English. */
export const english: Words = {
  messages: {
    'missing-member': () => 'is missing',
    'unknown-member': () => 'is not a member here',
    'wrong-type': ({ expected, found, shown }) =>
      `must be ${list(expected.map((type) => types[type]))}, not ${types[found]}${said(shown)}`,
    'wrong-value': ({ allowed, shown }) => `must be ${list(allowed)}${not(shown)}`,
    'undocumented-value': ({ documented, shown }) =>
      `has a value that is not documented${said(shown)}; documented are ${documented.join(', ')}`,
    'wrong-form': ({ pattern }) => `must match ${pattern}`,
    'out-of-range': ({ limit, found, bound }) => `must be at ${bound} ${limit}, not ${found}`,
    'too-short': ({ limit, found, unit }) =>
      `must have at least ${limit} ${counted[unit]}; it has ${found}`,
    'too-long': ({ limit, found, unit }) =>
      `must have at most ${limit} ${counted[unit]}; it has ${found}`,
    'too-few-items': ({ limit, found }) => `must have at least ${limit} items; it has ${found}`,
    'too-many-items': ({ limit, found }) => `must have at most ${limit} items; it has ${found}`,
    'too-deep': ({ deepest }) => `is nested more than ${deepest} deep`,
    'deprecated-endpoint': ({ status, date }) => `the endpoint ${ending(status, date)}`,
    'deprecated-member': ({ status, date }) => `the member ${ending(status, date)}`,
    'deprecated-value': ({ status, date, shown }) =>
      `the value${said(shown)} ${ending(status, date)}`,
  },
  hints: {
    'did-you-mean': ({ name }) => `did you mean ${JSON.stringify(name)}?`,
    'use-instead': ({ name }) => `use ${name} instead`,
    'known-members': ({ names }) => `it takes ${names.join(', ')}`,
    write: ({ json }) => `write ${json}`,
    'leave-out': () => 'leave it out instead',
  },
  inferred: (message) => `${message} (inferred)`,
  inQuery: (message) => `in the query ${message}`,
};

const counted = { bytes: 'bytes of UTF-8', characters: 'characters' } as const;

function list(items: readonly string[]): string {
  return items.join(' or ');
}

function said(shown: string | undefined): string {
  return shown === undefined ? '' : `: ${shown}`;
}

function not(shown: string | undefined): string {
  return shown === undefined ? '' : `, not ${shown}`;
}

function ending(status: 'deprecated' | 'stopped', date: string | undefined): string {
  const when = date === undefined ? '' : ` since ${date}`;
  return status === 'stopped' ? `is out of service${when}` : `is deprecated${when}`;
}

/** A detail's message and suggestion in a language. */
export function worded(
  words: Words,
  { code, params, hint, isInferred, owner }: Detail,
): { readonly message: string; readonly suggestion?: string } {
  const say = words.messages[code] as (params: Detail['params']) => string;
  const plain = isInferred ? words.inferred(say(params)) : say(params);
  const message = owner === 'query' ? words.inQuery(plain) : plain;
  if (hint === undefined) return { message };
  const suggest = words.hints[hint.kind] as (hint: Hint) => string;
  return { message, suggestion: suggest(hint) };
}
