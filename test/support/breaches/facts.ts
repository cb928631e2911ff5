import { completeLanguages } from '../../../generator/check/rules/complete-languages.js';
import { completeMembers } from '../../../generator/check/rules/complete-members.js';
import { decidedContradictions } from '../../../generator/check/rules/decided-contradictions.js';
import { fittingValues } from '../../../generator/check/rules/fitting-values.js';
import { questions } from '../../../generator/check/questions.js';
import { changing, codes, friends, login, mode, player } from '../tiny-catalogue.js';
import type { Breach, Expected } from './breach.js';

const lacks = (languages: string): Expected => ({
  code: 'missing-language',
  message: `The text lacks ${languages}.`,
});

const outOfType = (value: string, type: string): Expected => ({
  code: 'value-out-of-type',
  message: `${value} is not of type ${type}.`,
});

const twice = (value: string): Expected => ({
  code: 'duplicate-value',
  message: `The value ${value} stands here twice.`,
});

const undecided: Expected = {
  code: 'undecided-contradiction',
  message: 'The contradiction about path is neither decided, with its rule, nor open.',
};

/** The friends entry with one contradiction, that begins with what it is about. */
const contradiction = (rest: string, about = '⟦about: path⟧') => ({
  [friends]: (text: string) =>
    `${text}contradictions:\n  - ${about}\n    kind: name\n    says: { one: [manual:16], two: [manual:17] }\n${rest}`,
});

/** The friends' count with one more fact. */
const count = (fact: string) => ({ [friends]: changing(['type: int', `type: int\n    ${fact}`]) });

export const factBreaches: readonly Breach[] = [
  {
    what: 'a text without Chinese and Korean',
    law: completeLanguages,
    patches: {
      [player]: changing([
        'text: { en: A player., zh: A player., ko: A player. }',
        '⟦text⟧: { en: A player. }',
      ]),
    },
    found: [lacks('zh and ko')],
  },
  {
    what: 'a text of blanks',
    law: completeLanguages,
    patches: { [login]: changing(['text: { en: The name.', "⟦text⟧: { en: '  '"]) },
    found: [lacks('en')],
  },
  {
    what: 'texts of service.yaml without Korean',
    law: completeLanguages,
    patches: {
      'service.yaml': changing(
        [
          'text: { en: The URL., zh: The URL., ko: The URL. }',
          '⟦text⟧: { en: The URL., zh: The URL. }',
        ],
        [
          'text: { en: The body., zh: The body., ko: The body. }',
          '⟦text⟧: { en: The body., zh: The body. }',
        ],
      ),
    },
    found: [lacks('ko'), lacks('ko')],
  },
  {
    what: 'a term without Korean',
    law: completeLanguages,
    patches: {
      'glossary.yaml': changing([
        '{ en: friend, zh: friend, ko: friend }',
        '⟦{ en: friend, zh: friend }⟧',
      ]),
    },
    found: [lacks('ko')],
  },
  {
    what: 'a member called "text" is no text',
    law: completeMembers,
    patches: {
      [player]: changing([
        'members:\n',
        'members:\n  ⟦text⟧: { type: string, optional: shown, sources: [manual:22] }\n',
      ]),
    },
    found: [{ code: 'missing-text', message: 'The member has no text.' }],
  },
  {
    what: 'a member of no type',
    law: completeMembers,
    patches: { [login]: changing(['  name:\n    type: string', '  ⟦name⟧:']) },
    found: [{ code: 'missing-type', message: 'The member has neither "type" nor "use".' }],
  },
  {
    what: 'a member that says not whether it is required',
    law: completeMembers,
    patches: { [login]: changing(['  name:', '  ⟦name⟧:'], ['    required: stated\n', '']) },
    found: [
      {
        code: 'missing-presence',
        message: 'The member says neither "required" nor "optional".',
      },
    ],
  },
  {
    what: 'an endpoint that writes and says not whether twice is once',
    law: completeMembers,
    patches: { [friends]: changing(['effect: write\nidempotent: true', '⟦effect⟧: write']) },
    found: [
      {
        code: 'missing-idempotent',
        message: 'An endpoint whose effect is write must say whether it is idempotent.',
      },
    ],
  },
  {
    what: 'an enum value of another type',
    law: fittingValues,
    patches: { [mode]: changing(['value: slow', 'value: ⟦2⟧']) },
    found: [outOfType('2', 'string')],
  },
  {
    what: 'an enum value twice, and its name',
    law: fittingValues,
    patches: { [mode]: changing(['value: slow', 'value: ⟦fast⟧'], ['name: slow', 'name: ⟦fast⟧']) },
    found: [twice('"fast"'), { code: 'duplicate-name', message: 'The name "fast" is taken.' }],
  },
  {
    what: 'an error code twice',
    law: fittingValues,
    patches: { [codes]: changing(['code: -2', '⟦code: -1⟧']) },
    found: [twice('-1')],
  },
  {
    what: 'the words of an error twice',
    law: fittingValues,
    patches: { [codes]: changing(['code: -1', 'match: a'], ['code: -2', '⟦match: a⟧']) },
    found: [twice('a')],
  },
  {
    what: 'a constant of another type',
    law: fittingValues,
    patches: count("const: ⟦{ value: '1', basis: inferred, sources: [manual:16] }⟧"),
    found: [outOfType('"1"', 'int')],
  },
  {
    what: 'a default of another type',
    law: fittingValues,
    patches: count('default: ⟦1.5⟧'),
    found: [outOfType('1.5', 'int')],
  },
  {
    what: 'a limit in a unit that the type has not',
    law: fittingValues,
    patches: count('limits: [{ max: 9, unit: ⟦bytes⟧, basis: stated, sources: [manual:16] }]'),
    found: [{ code: 'limit-unit', message: 'A limit in bytes does not go with the type int.' }],
  },
  {
    what: 'a pattern that is no regular expression',
    law: fittingValues,
    patches: { [player]: changing(['required:', "pattern: ⟦'('⟧\n    required:"]) },
    found: [
      {
        code: 'invalid-pattern',
        message:
          'The pattern is not a regular expression: Invalid regular expression: /(/u: Unterminated group.',
      },
    ],
  },
  {
    what: 'a contradiction that nobody decided',
    law: decidedContradictions,
    patches: contradiction(''),
    found: [undecided],
  },
  {
    what: 'a decision without its rule',
    law: decidedContradictions,
    patches: contradiction('    decided: one\n'),
    found: [undecided],
  },
  {
    what: 'a contradiction both decided and open',
    law: decidedContradictions,
    patches: contradiction('    decided: one\n    by: safer-reading\n    open: true\n    why: w\n'),
    found: [undecided],
  },
  {
    what: 'a decision for what nobody says',
    law: decidedContradictions,
    patches: contradiction('    decided: ⟦too⟧\n    by: safer-reading\n', 'about: path'),
    found: [
      {
        code: 'decision-not-stated',
        message: 'Nobody says "too"; the statements are "one", "two".',
        suggestion: 'did you mean "two"?',
      },
    ],
  },
  {
    what: 'an open contradiction that says not why',
    law: decidedContradictions,
    patches: contradiction('    open: true\n'),
    found: [
      {
        code: 'open-without-reason',
        message:
          'The open contradiction about path does not say why, and what the catalogue does meanwhile.',
      },
    ],
  },
  {
    what: 'an open question, when asked for',
    law: questions,
    patches: contradiction('    open: true\n    why: It is read as one.\n'),
    found: [
      {
        code: 'open-contradiction',
        message: 'Open question about path: It is read as one.',
        severity: 'warning',
      },
    ],
  },
  {
    what: 'a hole, when asked for',
    law: questions,
    patches: {
      [mode]: (text) =>
        `${text}holes:\n  - ⟦{ about: values, text: { en: What else?, zh: x, ko: x }, sources: [manual:33] }⟧\n`,
    },
    found: [
      {
        code: 'hole',
        message: 'Not documented, values: What else?',
        severity: 'warning',
      },
    ],
  },
];
