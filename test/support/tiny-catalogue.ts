import type { RawFile } from '../../generator/load/index.js';
import { tinyService } from './tiny-service.js';

/** A new text for a file, a change of its text, or undefined to take the file away. */
export type Patch = string | undefined | ((text: string) => string);

/** Patches by the paths of their files; a path that the catalogue lacks adds a file. */
export type Patches = Readonly<Record<string, Patch>>;

/** The smallest catalogue that has one of everything: two endpoints, a struct, an enum, an error table. */
export function tinyCatalogue(patches: Patches = {}): RawFile[] {
  const texts = new Map(Object.entries(files));
  for (const [path, patch] of Object.entries(patches)) {
    const text = typeof patch === 'function' ? patch(textOf(path)) : patch;
    if (text === undefined) texts.delete(path);
    else texts.set(path, text);
  }
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
}

/** The unpatched text of one of the files. */
export function textOf(path: string): string {
  const text = files[path];
  if (text === undefined) throw new Error(`the tiny catalogue has no ${path}`);
  return text;
}

/** A patch that changes parts of a text. Each part must be there exactly once, or the test means something else. */
export function changing(...changes: readonly (readonly [from: string, to: string])[]): Patch {
  return (text) =>
    changes.reduce((changed, [from, to]) => {
      if (changed.split(from).length !== 2) throw new Error(`not there once: ${from}`);
      return changed.replace(from, () => to);
    }, text);
}

export const login = 'endpoints/auth/login.yaml';
export const friends = 'endpoints/relation/friends.yaml';
export const player = 'types/Player.yaml';
export const mode = 'enums/Mode.yaml';
export const codes = 'errors/login-codes.yaml';

const files: Readonly<Record<string, string>> = {
  'service.yaml': tinyService,
  'sources.yaml': `\
manual:
  title: { en: Manual, zh: Manual, ko: Manual }
  language: en
  edition: 2020-01
  rank: 1
  lines: 90
  sha256: ${'0123456789abcdef'.repeat(4)}
`,
  'glossary.yaml': `\
- { en: player, zh: player, ko: player }
- { en: friend, zh: friend, ko: friend }
`,
  [login]: `\
path: /auth/login
method: POST
platforms: [qq]
effect: read
envelope: msg
title: { en: Log in, zh: Log in, ko: Log in }
text: { en: Logs a player in., zh: Logs a player in., ko: Logs a player in. }
sources: [manual:1]
request:
  name:
    type: string
    required: stated
    text: { en: The name., zh: The name., ko: The name. }
    sources: [manual:2]
  mode:
    type: Mode
    optional: stated
    text: { en: The mode., zh: The mode., ko: The mode. }
    sources: [manual:3]
response:
  player:
    type: Player
    required: shown
    text: { en: The player., zh: The player., ko: The player. }
    sources: [manual:4]
errors: [login-codes]
examples:
  - name: success
    request: { name: Ann, mode: fast }
    response: { ret: 0, msg: fine, player: { nick: Ann } }
    sources: [manual:5]
`,
  [friends]: `\
path: /relation/friends
method: POST
platforms: [wechat]
effect: write
idempotent: true
envelope: message
title: { en: Keep friends, zh: Keep friends, ko: Keep friends }
text: { en: Keeps the friends., zh: Keeps the friends., ko: Keeps the friends. }
sources: [manual:10-12]
request:
  count:
    type: int
    required: stated
    text: { en: How many., zh: How many., ko: How many. }
    sources: [manual:13]
response:
  lists:
    type: Player[]
    required: shown
    text: { en: The friends., zh: The friends., ko: The friends. }
    sources: [manual:14]
examples:
  - name: success
    request: { count: 1 }
    response: { ret: 0, message: fine, lists: [{ nick: Bob }] }
    sources: [manual:15]
`,
  [player]: `\
name: Player
text: { en: A player., zh: A player., ko: A player. }
sources: [manual:20]
members:
  nick:
    type: string
    required: shown
    text: { en: The nickname., zh: The nickname., ko: The nickname. }
    sources: [manual:21]
`,
  [mode]: `\
name: Mode
type: string
text: { en: How to log in., zh: How to log in., ko: How to log in. }
sources: [manual:30]
values:
  - value: fast
    name: fast
    text: { en: At once., zh: At once., ko: At once. }
    sources: [manual:31]
  - value: slow
    name: slow
    text: { en: Later., zh: Later., ko: Later. }
    sources: [manual:32]
`,
  [codes]: `\
id: login-codes
carriedBy: ret
scope: listed
title: { en: Login codes, zh: Login codes, ko: Login codes }
sources: [manual:40]
codes:
  - code: -1
    text: { en: No such player., zh: No such player., ko: No such player. }
    action: give-up
    retry: never
    basis: stated
    sources: [manual:41]
  - code: -2
    text: { en: Too many calls., zh: Too many calls., ko: Too many calls. }
    action: retry
    retry: later
    basis: stated
    sources: [manual:42]
`,
};
