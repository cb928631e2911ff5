import { knownReferences } from '../../../generator/check/rules/known-references.js';
import { knownSources } from '../../../generator/check/rules/known-sources.js';
import { liveReplacements } from '../../../generator/check/rules/live-replacements.js';
import { reachableTypes } from '../../../generator/check/rules/reachable-types.js';
import { changing, codes, friends, login, mode, player, textOf } from '../tiny-catalogue.js';
import type { Breach, Expected } from './breach.js';

const unknownType = (name: string): Expected => ({
  code: 'unknown-type',
  message: `There is no type or enum "${name}".`,
});

const unreachable = (name: string): Expected => ({
  code: 'unreachable-type',
  message: `No endpoint uses ${name}.`,
});

const outOfRange = (source: string): Expected => ({
  code: 'line-out-of-range',
  message: `"${source}" lies outside the document's 90 lines.`,
});

/** A group of shared members. */
const shared = `\
name: caller
text: { en: The caller., zh: The caller., ko: The caller. }
sources: [manual:70]
members:
  name:
    type: string
    text: { en: The name., zh: The name., ko: The name. }
    sources: [manual:71]
`;

const lifecycle = (status: string, replacedBy: string): string =>
  `lifecycle: { status: ${status}, replacedBy: ${replacedBy}, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`;

const limit = (of: string): string =>
  `limits: [{ max: 9, unit: bytes, of: ${of}, basis: stated, sources: [manual:6] }]\n`;

export const referenceBreaches: readonly Breach[] = [
  {
    what: 'a misspelt type',
    law: knownReferences,
    patches: { [friends]: changing(['type: Player[]', 'type: ⟦Plyer[]⟧']) },
    found: [{ ...unknownType('Plyer'), suggestion: 'did you mean "Player"?' }],
  },
  {
    what: 'a type of no name that there is',
    law: knownReferences,
    patches: { [friends]: changing(['type: Player[]', 'type: ⟦Player[] | Zoological⟧']) },
    found: [unknownType('Zoological')],
  },
  {
    what: 'suffixes of no enum',
    law: knownReferences,
    patches: { [player]: changing(['required:', 'suffixes: ⟦Modes⟧\n    required:']) },
    found: [{ ...unknownType('Modes'), suggestion: 'did you mean "Mode"?' }],
  },
  {
    what: 'a misspelt shared member',
    law: knownReferences,
    patches: {
      'types/caller.yaml': shared,
      [login]: changing(
        ['  name:\n    type: string', '  name:\n    use: caller.name'],
        ['type: Mode', 'use: ⟦caller.nam⟧\n    type: Mode'],
      ),
    },
    found: [
      {
        code: 'unknown-shared-member',
        message: 'There is no shared member "caller.nam".',
        suggestion: 'did you mean "caller.name"?',
      },
    ],
  },
  {
    what: 'a misspelt error table',
    law: knownReferences,
    patches: { [login]: changing(['[login-codes]', '[login-codes, ⟦login-code⟧]']) },
    found: [
      {
        code: 'unknown-error-table',
        message: 'There is no error-code table "login-code".',
        suggestion: 'did you mean "login-codes"?',
      },
    ],
  },
  {
    what: 'a limit over a member that is not there',
    law: knownReferences,
    patches: {
      [login]: changing(['examples:', `${limit('[name, ⟦mod⟧, player.nick]')}examples:`]),
    },
    found: [
      {
        code: 'unknown-member',
        message: 'There is no member "mod" here.',
        suggestion: 'did you mean "mode"?',
      },
    ],
  },
  {
    what: 'a misspelt document',
    law: knownSources,
    patches: { [player]: changing(['[manual:21]', '[manual:21, ⟦manuel:21⟧]']) },
    found: [
      {
        code: 'unknown-document',
        message: 'sources.yaml has no document "manuel".',
        suggestion: 'did you mean "manual"?',
      },
    ],
  },
  {
    what: 'a document by the name of what every object has',
    law: knownSources,
    patches: { [player]: changing(['[manual:21]', '[⟦constructor:21⟧]']) },
    found: [{ code: 'unknown-document', message: 'sources.yaml has no document "constructor".' }],
  },
  {
    what: 'lines past the document’s end, in a fact and in a statement',
    law: knownSources,
    patches: {
      [player]: changing(['[manual:21]', '[⟦manual:89-91⟧]']),
      [mode]: (text) =>
        `${text}contradictions:\n  - { about: values, kind: value, says: { a: [⟦manual:91⟧], b: [manual:90] }, decided: b, by: safer-reading }\n`,
    },
    found: [outOfRange('manual:91'), outOfRange('manual:89-91')],
  },
  {
    what: 'lines that run backwards',
    law: knownSources,
    patches: { [player]: changing(['[manual:21]', '[⟦manual:22-21⟧]']) },
    found: [outOfRange('manual:22-21')],
  },
  {
    what: 'a replacement that is no endpoint',
    law: liveReplacements,
    patches: {
      [friends]: changing(['request:\n', `${lifecycle('deprecated', '⟦/auth/logn⟧')}request:\n`]),
    },
    found: [
      {
        code: 'unknown-replacement',
        message: 'The replacement "/auth/logn" is not an endpoint.',
        suggestion: 'did you mean "/auth/login"?',
      },
    ],
  },
  ...['deprecated', 'stopped'].map((status): Breach => ({
    what: `a replacement that is itself ${status}`,
    law: liveReplacements,
    patches: {
      [friends]: changing(['request:\n', `${lifecycle('stopped', '⟦/auth/login⟧')}request:\n`]),
      [login]: changing([
        'request:\n',
        `${lifecycle(status, '/auth/login').replace('replacedBy: /auth/login, ', '')}request:\n`,
      ]),
    },
    found: [
      { code: 'stopped-replacement', message: `The replacement /auth/login is itself ${status}.` },
    ],
  })),
  {
    what: 'a struct that nothing uses',
    law: reachableTypes,
    patches: { 'types/Gamer.yaml': textOf(player).replace('Player', '⟦Gamer⟧') },
    found: [unreachable('Gamer')],
  },
  {
    what: 'a struct that only it itself uses',
    law: reachableTypes,
    patches: {
      'types/Gamer.yaml': textOf(player).replace('Player', '⟦Gamer⟧').replace('string', 'Gamer'),
    },
    found: [unreachable('Gamer')],
  },
  {
    what: 'an enum that nothing uses',
    law: reachableTypes,
    patches: { 'enums/Modus.yaml': textOf(mode).replace('Mode', '⟦Modus⟧') },
    found: [unreachable('Modus')],
  },
  {
    what: 'a shared member that nothing uses',
    law: reachableTypes,
    patches: { 'types/caller.yaml': shared.replace('  name:', '  ⟦name⟧:') },
    found: [unreachable('caller.name')],
  },
  {
    what: 'a table for those that list it, listed by none',
    law: reachableTypes,
    patches: {
      [login]: changing(['errors: [login-codes]\n', '']),
      [codes]: changing(['id: login-codes', 'id: ⟦login-codes⟧']),
    },
    found: [unreachable('login-codes')],
  },
];
