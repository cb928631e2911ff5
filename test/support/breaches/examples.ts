import { validExamples } from '../../../generator/check/rules/valid-examples.js';
import { changing, codes, friends, login, mode, player, type Patches } from '../tiny-catalogue.js';
import type { Breach } from './breach.js';

/** A breach by which the only example of an entry is wrong at the mark. */
const broken = (what: string, patches: Patches, reason: string, suggestion?: string): Breach => ({
  what,
  law: validExamples,
  patches,
  found: [
    {
      code: 'invalid-example',
      message: `Example "success" breaks its own entry: ${reason}.`,
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ],
});

/** The login with another example, and the name with one more fact. */
const named = (example: string, fact: string): Patches => ({
  [login]: changing(
    ['name: Ann', `name: ${example}`],
    ['type: string', `type: string\n    ${fact}`],
  ),
});

const limit = (bounds: string, basis = 'stated'): string =>
  `limits: [{ ${bounds}, basis: ${basis}, sources: [manual:6] }]`;

export const exampleBreaches: readonly Breach[] = [
  {
    what: 'two examples of one name',
    law: validExamples,
    patches: {
      [login]: (text) =>
        `${text}  - { name: ⟦success⟧, request: { name: Bob }, response: { ret: 1, msg: x }, sources: [manual:6] }\n`,
    },
    found: [{ code: 'duplicate-name', message: 'The name "success" is taken.' }],
  },
  broken(
    'a member that the entry does not know',
    { [login]: changing(['mode: fast', '⟦mod⟧: fast']) },
    'request.mod: mod is not a member',
    'did you mean "mode"?',
  ),
  broken(
    'a member that a struct below does not know',
    { [friends]: changing(['nick: Bob', 'nick: Bob, ⟦nik⟧: Bob']) },
    'response.lists.0.nik: nik is not a member',
    'did you mean "nick"?',
  ),
  broken(
    'a query parameter that there is not',
    {
      [login]: changing([
        'request: { name: Ann',
        'query: { ⟦openId⟧: A }\n    request: { name: Ann',
      ]),
    },
    'query.openId: openId is not a member',
    'did you mean "openid"?',
  ),
  broken(
    'a required member that is missing',
    { [login]: changing(['request: { name: Ann, mode: fast }', 'request: ⟦{ mode: fast }⟧']) },
    'request: the required member name is missing',
  ),
  broken(
    'a request that is missing',
    {
      [login]: changing([
        '- name: success\n    request: { name: Ann, mode: fast }',
        '- ⟦name: success⟧',
      ]),
    },
    'request: the required member name is missing',
  ),
  broken(
    'a reply without ret',
    {
      [login]: changing(
        ['response: { ret: 0, msg', 'response: ⟦{ msg'],
        ['nick: Ann } }', 'nick: Ann } }⟧'],
      ),
    },
    'response: the required member ret is missing',
  ),
  broken(
    'a reply with the other text member',
    {
      [login]: changing(
        ['msg: fine', '⟦message⟧: fine'],
        ['response: { ret', 'response: { msg: fine, ret'],
      ),
    },
    'response.message: message is not a member',
  ),
  broken(
    'a value of another type',
    named('⟦7⟧', 'secret: false'),
    'request.name: it is not string',
  ),
  broken(
    'a fraction for a whole number',
    { [friends]: changing(['{ count: 1 }', '{ count: ⟦1.5⟧ }']) },
    'request.count: it is not int',
  ),
  broken(
    'an object for an array',
    { [friends]: changing(['[{ nick: Bob }]', '⟦{ nick: Bob }⟧']) },
    'response.lists: it is not an array',
  ),
  broken(
    'a text for a struct',
    { [friends]: changing(['[{ nick: Bob }]', '[{ nick: Bob }, ⟦Ann⟧]']) },
    'response.lists.1: it is not an object',
  ),
  broken(
    'a value of a map that is of another type',
    {
      [friends]: changing(['Player[]', 'Player{}'], ['[{ nick: Bob }]', '{ a: { nick: ⟦1⟧ } }']),
    },
    'response.lists.a.nick: it is not string',
  ),
  broken(
    'a value of none of several types',
    { [login]: changing(['type: string', 'type: string | int'], ['name: Ann', 'name: ⟦true⟧']) },
    'request.name: it is not string',
  ),
  broken(
    'a value that an enum closes out',
    {
      [mode]: changing(['type: string', 'type: string\nclosed: shown']),
      [login]: changing(['mode: fast', 'mode: ⟦quick⟧']),
    },
    'request.mode: it is not one of Mode',
  ),
  broken(
    'a value other than the only one',
    named('⟦Ann⟧', 'const: { value: Bob, basis: shown, sources: [manual:6] }'),
    'request.name: it is not "Bob"',
  ),
  broken(
    'a text that the pattern does not match',
    {
      [player]: changing(['required:', "pattern: '^[a-z]+$'\n    required:"]),
      [login]: changing(['nick: Ann', 'nick: ⟦Ann⟧']),
      [friends]: changing(['nick: Bob', 'nick: bob']),
    },
    'response.player.nick: it does not match ^[a-z]+$',
  ),
  broken(
    'more bytes than the limit, in fewer characters',
    named('⟦中中⟧', limit('max: 5, unit: bytes')),
    'request.name: 6 bytes is outside -Infinity to 5',
  ),
  broken(
    'more characters than the limit, one outside the basic plane counting once',
    named('⟦𠀀𠀀⟧', limit('max: 1, unit: characters')),
    'request.name: 2 characters is outside -Infinity to 1',
  ),
  broken(
    'fewer items than the limit',
    {
      [friends]: changing(
        ['Player[]', `Player[]\n    ${limit('min: 1, unit: items')}`],
        ['[{ nick: Bob }]', '⟦[]⟧'],
      ),
    },
    'response.lists: 0 items is outside 1 to Infinity',
  ),
  broken(
    'a number above the limit',
    {
      [friends]: changing(
        ['type: int', `type: int\n    ${limit('min: 0, max: 9, unit: value')}`],
        ['count: 1', 'count: ⟦10⟧'],
      ),
    },
    'request.count: 10 value is outside 0 to 9',
  ),
];

/** What breaks no law, though it comes near: nothing is found. */
export const innocent: readonly Pick<Breach, 'what' | 'patches'>[] = [
  {
    what: 'an inferred limit',
    patches: named('Annabella', limit('max: 5, unit: bytes', 'inferred')),
  },
  {
    what: 'an inferred constant',
    patches: named('Ann', 'const: { value: Bob, basis: inferred, sources: [manual:6] }'),
  },
  {
    what: 'an inferred requirement',
    patches: { [login]: changing(['required: stated', 'required: inferred'], ['name: Ann, ', '']) },
  },
  {
    what: 'a requirement under a condition',
    patches: {
      [login]: changing(
        ['required: stated', 'required: { basis: stated, when: { en: x, zh: x, ko: x } }'],
        ['name: Ann, ', ''],
      ),
    },
  },
  {
    what: 'values at their limits',
    patches: {
      [login]: changing([
        'type: string',
        `type: string\n    ${limit('min: 3, max: 3, unit: bytes')}`,
      ]),
      [friends]: changing(['type: int', `type: int\n    ${limit('min: 1, max: 1, unit: value')}`]),
    },
  },
  {
    what: 'values of a mask added up',
    patches: {
      [mode]: changing(
        ['type: string', 'type: int\nclosed: stated\ncombine: or'],
        ['value: fast', 'value: 1'],
        ['value: slow', 'value: 2'],
      ),
      [login]: changing(['mode: fast', 'mode: 3']),
    },
  },
  {
    what: 'a table for all that nobody lists',
    patches: {
      [login]: changing(['errors: [login-codes]\n', '']),
      [codes]: changing(['scope: listed', 'scope: all']),
    },
  },
  { what: 'an open enum', patches: { [login]: changing(['mode: fast', 'mode: quick']) } },
  {
    what: 'a failure without the members of success',
    patches: {
      [login]: changing([
        '{ ret: 0, msg: fine, player: { nick: Ann } }',
        "{ ret: -1, msg: no, err_type: '5' }",
      ]),
    },
  },
];
