import { codes, friends, login, mode, player, textOf, type Patches } from './tiny-catalogue.js';

/** A place of the catalogue that takes a name, and the catalogue with marked names there. */
export interface Slot {
  readonly what: string;
  /** Whether the name is declared in TypeScript, and so must be none of the language's own words. */
  readonly declared: boolean;
  /** Whether every object's own member names are refused; elsewhere they are texts like others. */
  readonly special: boolean;
  patches(names: readonly string[]): Patches;
}

/** A name in YAML as a text, whatever is in it, marked. */
function quoted(name: string, before = '', after = ''): string {
  const text = JSON.stringify(before + name + after).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `⟦${text}⟧`;
}

const replaced = (file: string, from: string, to: string): string =>
  textOf(file).replace(from, () => to);

/** A file for each name, in the order of the names. */
const files = (
  names: readonly string[],
  pathOf: (index: string) => string,
  textOfName: (name: string) => string,
): Patches =>
  Object.fromEntries(
    names.map((name, index) => [pathOf(String(index).padStart(4, '0')), textOfName(name)] as const),
  );

const members = (names: readonly string[], indent: string): string =>
  names
    .map(
      (name) =>
        `${indent}? ${quoted(name)}\n${indent}: { type: string, optional: shown, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`,
    )
    .join('');

export const slots: readonly Slot[] = [
  {
    what: 'an endpoint’s name',
    declared: true,
    special: true,
    patches: (names) =>
      files(
        names,
        (index) => `endpoints/auth/e${index}.yaml`,
        (name) => replaced(login, '/auth/login', quoted(name, '/auth/')),
      ),
  },
  {
    what: 'a module',
    declared: true,
    special: true,
    patches: (names) =>
      files(
        names,
        (index) => `endpoints/m${index}/login.yaml`,
        (name) => replaced(login, '/auth/login', quoted(name, '/', '/login')),
      ),
  },
  {
    what: 'a member of a request',
    declared: false,
    special: true,
    patches: (names) => ({
      [login]: replaced(login, 'request:\n', `request:\n${members(names, '  ')}`),
    }),
  },
  {
    what: 'a member of a struct',
    declared: false,
    special: true,
    patches: (names) => ({ [player]: `${textOf(player)}${members(names, '  ')}` }),
  },
  {
    what: 'a member of an object inside a reply',
    declared: false,
    special: true,
    patches: (names) => ({
      [friends]: replaced(friends, 'Player[]', `object\n    members:\n${members(names, '      ')}`),
    }),
  },
  {
    what: 'a fixed query parameter',
    declared: false,
    special: true,
    patches: (names) => ({
      'service.yaml': replaced('service.yaml', 'query:\n', `query:\n${members(names, '  ')}`),
    }),
  },
  {
    what: 'a struct',
    declared: true,
    special: true,
    patches: (names) =>
      files(
        names,
        (index) => `types/T${index}.yaml`,
        (name) => replaced(player, 'Player', quoted(name)),
      ),
  },
  {
    what: 'an enum',
    declared: true,
    special: true,
    patches: (names) =>
      files(
        names,
        (index) => `enums/E${index}.yaml`,
        (name) => replaced(mode, 'Mode', quoted(name)),
      ),
  },
  {
    what: 'an enum value',
    declared: false,
    special: true,
    patches: (names) => ({
      [mode]: `${textOf(mode)}${names
        .map(
          (name, index) =>
            `  - { value: v${index}, name: ${quoted(name)}, text: { en: x, zh: x, ko: x }, sources: [manual:6] }\n`,
        )
        .join('')}`,
    }),
  },
  {
    what: 'an error table',
    declared: true,
    special: true,
    patches: (names) =>
      files(
        names,
        (index) => `errors/t${index}.yaml`,
        (name) => replaced(codes, 'login-codes', quoted(name)),
      ),
  },
  {
    what: 'an example',
    declared: false,
    special: false,
    patches: (names) => ({
      [login]: `${textOf(login)}${names
        .map(
          (name) =>
            `  - { name: ${quoted(name)}, response: { ret: 1, msg: x }, sources: [manual:6] }\n`,
        )
        .join('')}`,
    }),
  },
];
