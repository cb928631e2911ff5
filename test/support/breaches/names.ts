import { inertNames } from '../../../generator/check/rules/inert-names.js';
import { namedFiles } from '../../../generator/check/rules/named-files.js';
import { uniqueNames } from '../../../generator/check/rules/unique-names.js';
import { changing, codes, friends, login, mode, player, textOf } from '../tiny-catalogue.js';
import type { Breach, Expected } from './breach.js';

const mismatch = (expected: string, found: string): Expected => ({
  code: 'name-mismatch',
  message: `The file's name asks for "${expected}", the entry says "${found}".`,
});

const hostile = (name: string, reason: string): Expected => ({
  code: 'hostile-name',
  message: `The name "${name}" cannot be used: ${reason}.`,
});

const twice = (name: string, others: string): Expected => ({
  code: 'duplicate-typescript-name',
  message: `The TypeScript name ${name} would be given twice, also for ${others}.`,
  at: [0, 1],
});

/** A file under another name, with its own name marked. */
const moved = (from: string, to: string, name: string) => ({
  [from]: undefined,
  [to]: textOf(from).replace(name, () => `⟦${name}⟧`),
});

/** A struct of one text member. */
const struct = (name: string): string => textOf(player).replace('Player', () => name);

/** The login's request with one more member, of a type. */
const member = (name: string, type: string) =>
  changing([
    'request:\n',
    `request:\n  ${name}: { type: ${type}, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`,
  ]);

export const nameBreaches: readonly Breach[] = [
  {
    what: 'a path that is not the file’s',
    law: namedFiles,
    patches: { [friends]: changing(['/relation/friends', '⟦/relation/friend⟧']) },
    found: [mismatch('/relation/friends', '/relation/friend')],
  },
  {
    what: 'a struct in a file of another name',
    law: namedFiles,
    patches: moved(player, 'types/Gamer.yaml', 'Player'),
    found: [mismatch('Gamer', 'Player')],
  },
  {
    what: 'an enum in a file of another name',
    law: namedFiles,
    patches: moved(mode, 'enums/Modus.yaml', 'Mode'),
    found: [mismatch('Modus', 'Mode')],
  },
  {
    what: 'an error table in a file of another name',
    law: namedFiles,
    patches: moved(codes, 'errors/logins.yaml', 'login-codes'),
    found: [mismatch('logins', 'login-codes')],
  },
  {
    what: 'a member that every object has',
    law: inertNames,
    patches: { [login]: member('⟦constructor⟧', 'string') },
    found: [hostile('constructor', 'every object has a member of that name')],
  },
  {
    what: 'a member that makes a promise of its object',
    law: inertNames,
    patches: {
      [player]: changing(
        ['nick:', 'nick:'],
        [
          'members:\n',
          'members:\n  ⟦then⟧: { type: string, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n',
        ],
      ),
    },
    found: [hostile('then', 'every object has a member of that name')],
  },
  {
    what: 'an endpoint called by a reserved word',
    law: inertNames,
    patches: {
      [friends]: undefined,
      'endpoints/relation/delete.yaml': textOf(friends).replace(
        '/relation/friends',
        '⟦/relation/delete⟧',
      ),
    },
    found: [hostile('delete', 'it is a reserved word')],
  },
  {
    what: 'a struct that hides a type of the language',
    law: inertNames,
    patches: { 'types/Map.yaml': struct('⟦Map⟧'), [login]: member('map', 'Map') },
    found: [hostile('Map', 'it hides a type of the language')],
  },
  {
    what: 'an error table called by a reserved word',
    law: inertNames,
    patches: {
      [codes]: undefined,
      'errors/default.yaml': textOf(codes).replace('id: login-codes', 'id: ⟦default⟧'),
      [login]: changing(['[login-codes]', '[default]']),
    },
    found: [hostile('default', 'it is a reserved word')],
  },
  {
    what: 'an enum value that every object has',
    law: inertNames,
    patches: { [mode]: changing(['name: slow', 'name: ⟦valueOf⟧']) },
    found: [hostile('valueOf', 'every object has a member of that name')],
  },
  {
    what: 'one path in two files',
    law: uniqueNames,
    patches: {
      [login]: changing(['path: /auth/login', 'path: ⟦/auth/login⟧']),
      'endpoints/auth/logon.yaml': textOf(login).replace('/auth/login', '⟦/auth/login⟧'),
    },
    found: [
      { code: 'duplicate-name', message: 'The name "/auth/login" is taken.', at: [0, 1] },
      mismatch('/auth/logon', '/auth/login'),
    ],
  },
  {
    what: 'a struct called as an endpoint’s request',
    law: uniqueNames,
    patches: {
      [login]: (text) =>
        text
          .replace('/auth/login', '⟦/auth/login⟧')
          .replace('type: Mode', 'type: AuthLoginRequest | Mode'),
      'types/AuthLoginRequest.yaml': struct('⟦AuthLoginRequest⟧'),
    },
    found: [twice('AuthLoginRequest', '"types/AuthLoginRequest.yaml"')],
  },
  {
    what: 'an enum called as a table’s codes',
    law: uniqueNames,
    patches: {
      [login]: changing(['type: Mode', 'type: LoginCodesCode']),
      [mode]: undefined,
      'enums/LoginCodesCode.yaml': textOf(mode).replace('Mode', '⟦LoginCodesCode⟧'),
      [codes]: changing(['id: login-codes', 'id: ⟦login-codes⟧']),
    },
    found: [twice('LoginCodesCode', '"errors/login-codes.yaml"')],
  },
  {
    what: 'a struct called as one that is written inside an entry',
    law: uniqueNames,
    patches: {
      [player]: undefined,
      'types/AuthLoginPlayer.yaml': struct('⟦AuthLoginPlayer⟧'),
      [friends]: changing(['Player[]', 'AuthLoginPlayer[]']),
      [login]: changing([
        '  player:\n    type: Player',
        '  ⟦player⟧:\n    type: object\n    members:\n      nick: { type: string, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }',
      ]),
    },
    found: [twice('AuthLoginPlayer', '"types/AuthLoginPlayer.yaml"')],
  },
];
