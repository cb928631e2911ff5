import type { BreachRow } from './breaches.js';

const endpoint = '/relation/qqprofile';
const answering = (answer: unknown) => ({ endpoint, answer });
const when = (body: unknown) => ({ endpoint, when: { body }, answer: {} });
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

/** Breaches of a rule. */
export const ruleBreaches: readonly BreachRow[] = [
  ['nothing', {}, '', 'lacks endpoint and answer'],
  [
    'a misspelt endpoint',
    { endpoint: '/relation/qqprofil', answer: {} },
    '/endpoint',
    'must be an endpoint or *, not "/relation/qqprofil"',
    'did you mean "/relation/qqprofile"?',
  ],
  [
    'an endpoint without its slash',
    { endpoint: 'relation/qqprofile', answer: {} },
    '/endpoint',
    'must be an endpoint or *, not "relation/qqprofile"',
    'did you mean "/relation/qqprofile"?',
  ],
  [
    'rules that never begin',
    { ...answering({}), after: -1 },
    '/after',
    'must be 0 or more, not -1',
  ],
  ['rules that never answer', { ...answering({}), times: 0 }, '/times', 'must be 1 or more, not 0'],
  [
    'a condition on headers',
    { ...answering({}), when: { headers: {} } },
    '/when/headers',
    'is not a member here',
    'known here: query and body',
  ],
  [
    'an expression that is none',
    when({ a: { matches: '(' } }),
    '/when/body/a/matches',
    'must be a regular expression; "(" is none: Unterminated group',
  ],
  [
    'a long expression',
    when({ a: { matches: 'x'.repeat(501) } }),
    '/when/body/a/matches',
    'must have 500 characters at most',
  ],
  [
    'two conditions at once',
    when({ a: { matches: 'x', present: true } }),
    '/when/body/a',
    'must have exactly one of oneOf, matches or present',
  ],
  [
    'no condition',
    when({ a: {} }),
    '/when/body/a',
    'must have exactly one of oneOf, matches or present',
  ],
  [
    'a list of lists',
    when({ a: { oneOf: [[1]] } }),
    '/when/body/a/oneOf/0',
    'must be a string, a number, a boolean or null, not an array',
  ],
  [
    'a pointer that is none',
    when({ '/a~b': 1 }),
    '/when/body/~1a~0b',
    'needs for its name the name of a member, or a JSON Pointer (RFC 6901)',
  ],
  [
    'a code that the endpoint has not',
    answering({ code: -777777 }),
    '/answer/code',
    'is no code of /relation/qqprofile: -777777',
    'the nearest are -30005, -30001 and -30000',
  ],
  [
    'a code that no endpoint has',
    { endpoint: '*', answer: { code: 987654321 } },
    '/answer/code',
    'is no code of any endpoint: 987654321',
    'the nearest are 111111, 100101 and 100100',
  ],
  [
    'a code of another table',
    answering({ code: -502, table: 'oidb' }),
    '/answer/code',
    'is no code of the table oidb: -502',
    'it stands in the table access-layer or logic-layer',
  ],
  [
    'a misspelt table',
    answering({ code: -73, table: 'oidbb' }),
    '/answer/table',
    'is no error table of /relation/qqprofile: "oidbb"',
    'did you mean "oidb"?',
  ],
  [
    'a table alone',
    answering({ table: 'oidb' }),
    '/answer/table',
    'says nothing without code or match',
  ],
  [
    'words that no error has',
    answering({ code: -502, match: 'The signature in the URL is wrongg.' }),
    '/answer/match',
    'is no wording of /relation/qqprofile: "The signature in the URL is wrongg."',
    'did you mean "The signature in the URL is wrong."?',
  ],
  [
    'an example that is none',
    answering({ example: 'no-yellow-diamnd' }),
    '/answer/example',
    'is no example of /relation/qqprofile: "no-yellow-diamnd"',
    'did you mean "no-yellow-diamond"?',
  ],
  [
    'a code and an example',
    answering({ code: -73, example: 'no-yellow-diamond' }),
    '/answer',
    'says code and example, of which only one can be',
  ],
  [
    'an example and a reply',
    answering({ example: 'no-yellow-diamond', reply: {} }),
    '/answer',
    'says example and reply, of which only one can be',
  ],
  [
    'words and a reply',
    answering({ match: 'The signature in the URL is wrong.', reply: {} }),
    '/answer',
    'says match and reply, of which only one can be',
  ],
  [
    'a reply that is none',
    answering({ reply: [] }),
    '/answer/reply',
    'must be an object, not an array',
  ],
  [
    'a reply that nests without end',
    answering({ reply: deep(66) }),
    `/answer/reply${'/a'.repeat(65)}`,
    'nests deeper than 64 levels',
  ],
  [
    'a reply that replaces a prototype',
    answering({ merge: JSON.parse('{"a":{"__proto__":{}}}') as unknown }),
    '/answer/merge/a/__proto__',
    'must not be called __proto__',
  ],
  ['a negative delay', answering({ delay: -1 }), '/answer/delay', 'must be 0 or more, not -1'],
  [
    'a delay that no timer waits',
    answering({ delay: 1e12 }),
    '/answer/delay',
    'must be 2147483647 or less, not 1000000000000',
  ],
  [
    'a delay in words',
    answering({ delay: '1s' }),
    '/answer/delay',
    'must be a number or an object, not a string',
  ],
  ['half a distribution', answering({ delay: { median: 1 } }), '/answer/delay', 'lacks sigma'],
  [
    'a fault that is none',
    answering({ fault: 'time-out' }),
    '/answer/fault',
    'must be timeout, reset, truncate, html or loose, not "time-out"',
    'did you mean "timeout"?',
  ],
];
