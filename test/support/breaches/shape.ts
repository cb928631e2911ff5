import { changing, login, mode, player, textOf } from '../tiny-catalogue.js';
import type { Breach, Expected } from './breach.js';

const wrong = (expected: string, suggestion?: string): Expected => ({
  code: 'wrong-value',
  message: `Wrong value: it ${expected}.`,
  ...(suggestion === undefined ? {} : { suggestion }),
});

const misplaced: Expected = {
  code: 'misplaced-file',
  message:
    'No catalogue file belongs here; expected endpoints/<module>/<name>.yaml, types/, enums/, errors/, service.yaml, sources.yaml or glossary.yaml.',
};

const misshapen = (file: string, from: string, to: string, ...found: Expected[]): Breach => ({
  what: `${from} → ${to.replace(/[⟦⟧]/g, '')}`,
  patches: { [file]: changing([from, to]) },
  found,
});

/** Files that are YAML, and not what the schemas ask for. */
export const shapeBreaches: readonly Breach[] = [
  {
    what: 'a file in a folder of no kind',
    patches: { 'notes/Player.yaml': `⟦${textOf(player).split('\n')[0] ?? ''}⟧\n` },
    found: [misplaced],
  },
  {
    what: 'a misspelt file name',
    patches: { 'servce.yaml': '⟦text: x⟧\n' },
    found: [{ ...misplaced, suggestion: 'did you mean "service.yaml"?' }],
  },
  {
    what: 'an empty file',
    patches: { [player]: '⟦⟧' },
    found: [wrong('must be object')],
  },
  {
    what: 'a list for a mapping',
    patches: { [player]: '⟦- a⟧\n- b\n' },
    found: [wrong('must be object')],
  },
  {
    what: 'a mapping for a list',
    patches: { 'glossary.yaml': '⟦en: player⟧\n' },
    found: [wrong('must be array')],
  },
  misshapen(login, 'effect: read', '⟦efect⟧: read\neffect: read', {
    code: 'unknown-key',
    message:
      'Unknown key "efect"; allowed here: "path", "method", "platforms", "effect", "idempotent", "envelope", "title", "text", "lifecycle", "sources", "notes", "query", "body", "request", "response", "limits", "errors", "contradictions", "holes", "examples".',
    suggestion: 'did you mean "effect"?',
  }),
  misshapen(player, 'A player., ko', 'A player., ⟦ja⟧: A player., ko', {
    code: 'unknown-key',
    message: 'Unknown key "ja"; allowed here: "en", "zh", "ko".',
  }),
  misshapen(player, 'sources: [manual:20]', '⟦__proto__⟧: { x: 1 }\nsources: [manual:20]', {
    code: 'unknown-key',
    message:
      'Unknown key "__proto__"; allowed here: "name", "text", "sources", "members", "limits", "contradictions", "holes".',
  }),
  {
    what: 'a member without sources',
    patches: { [player]: changing(['nick:', '⟦nick⟧:'], ['    sources: [manual:21]\n', '']) },
    found: [{ code: 'missing-key', message: 'The key "sources" is missing.' }],
  },
  misshapen(
    login,
    'method: POST',
    'method: ⟦PAST⟧',
    wrong('must be one of POST, GET', 'did you mean "POST"?'),
  ),
  misshapen(
    login,
    'path: /auth/login',
    'path: ⟦/oauth/login⟧',
    wrong('must match ^/(auth|relation|profile|share|freeflow)/[A-Za-z][A-Za-z0-9_]*$'),
  ),
  misshapen(
    login,
    'effect: read',
    'effect: ⟦5⟧',
    wrong('must be one of read, write, consume, push'),
  ),
  misshapen(login, '[manual:1]', '⟦manual:1⟧', wrong('must be array')),
  misshapen(login, '[manual:1]', '⟦[]⟧', wrong('must NOT have fewer than 1 items')),
  misshapen(login, '[manual:1]', '[manual:1, ⟦2⟧]', wrong('must be string')),
  misshapen(login, 'zh: The name.', "zh: ⟦''⟧", wrong('must NOT have fewer than 1 characters')),
  misshapen(
    login,
    'required: stated',
    'required: ⟦state⟧',
    wrong('must be one of stated, shown, inferred', 'did you mean "stated"?'),
  ),
  misshapen(login, 'required: stated', '⟦required⟧: { when: { en: x, zh: x, ko: x } }', {
    code: 'missing-key',
    message: 'The key "basis" is missing.',
  }),
  misshapen(login, 'required: stated', 'required: { basis: stated, ⟦wen⟧: x }', {
    code: 'unknown-key',
    message: 'Unknown key "wen"; allowed here: "basis", "when", "sources".',
    suggestion: 'did you mean "when"?',
  }),
  misshapen(
    login,
    'type: Mode',
    '⟦type: Mode⟧\n    required: stated',
    wrong('must not say both "required" and "optional"'),
  ),
  misshapen(player, 'nick:', '⟦nick-name⟧:', wrong('has the key "nick-name", which is not a name')),
  misshapen(mode, 'type: string', 'type: string\ncombine: ⟦and⟧', wrong('must be "or"')),
  ...['service.yaml', 'sources.yaml', 'glossary.yaml'].map((file) => ({
    what: `no ${file}`,
    patches: { [file]: undefined },
    found: [
      { code: 'missing-file', message: `The catalogue has no ${file}.`, absent: file } as const,
    ],
  })),
];
