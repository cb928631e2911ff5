/** A text with its parameters: the one thing a diagnostic says. */
type Message = (parameters: never) => string;

const list = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/**
 * Every diagnostic there is, by its code.
 *
 * A code is kebab-case and stable: scripts match on it. The parameters are typed, so that a message
 * with one missing does not compile.
 */
export const messages = {
  // load
  'unreadable-file': (p: { reason: string }) => `Cannot read the file: ${p.reason}.`,
  'missing-file': (p: { file: string }) => `The catalogue has no ${p.file}.`,
  'misplaced-file': (p: { expected: string }) =>
    `No catalogue file belongs here; expected ${p.expected}.`,
  'invalid-utf8': () => 'The file is not valid UTF-8.',
  'yaml-syntax': (p: { reason: string }) => `YAML: ${p.reason}.`,
  'yaml-alias': () => 'Anchors and aliases are not allowed; write the value out.',
  'yaml-tag': (p: { tag: string }) => `The tag ${p.tag} is not allowed.`,
  'yaml-merge-key': () => 'Merge keys are not allowed; write the members out.',
  'unknown-key': (p: { key: string; allowed: readonly string[] }) =>
    `Unknown key "${p.key}"; allowed here: ${list(p.allowed)}.`,
  'missing-key': (p: { key: string }) => `The key "${p.key}" is missing.`,
  'wrong-value': (p: { expected: string }) => `Wrong value: it ${p.expected}.`,

  // check
  'unknown-type': (p: { name: string }) => `There is no type or enum "${p.name}".`,
  'unknown-shared-member': (p: { name: string }) => `There is no shared member "${p.name}".`,
  'unknown-error-table': (p: { id: string }) => `There is no error-code table "${p.id}".`,
  'unknown-replacement': (p: { path: string }) => `The replacement "${p.path}" is not an endpoint.`,
  'unknown-member': (p: { name: string }) => `There is no member "${p.name}" here.`,
  'unknown-document': (p: { document: string }) => `sources.yaml has no document "${p.document}".`,
  'line-out-of-range': (p: { source: string; lines: number }) =>
    `"${p.source}" lies outside the document's ${p.lines} lines.`,
  'name-mismatch': (p: { expected: string; found: string }) =>
    `The file's name asks for "${p.expected}", the entry says "${p.found}".`,
  'duplicate-name': (p: { name: string }) => `The name "${p.name}" is taken.`,
  'duplicate-typescript-name': (p: { name: string; others: readonly string[] }) =>
    `The TypeScript name ${p.name} would be given twice, also for ${list(p.others)}.`,
  'duplicate-value': (p: { value: string }) => `The value ${p.value} stands here twice.`,
  'hostile-name': (p: { name: string; reason: string }) =>
    `The name ${JSON.stringify(p.name)} cannot be used: ${p.reason}.`,
  'missing-language': (p: { languages: readonly string[] }) =>
    `The text lacks ${p.languages.join(' and ')}.`,
  'missing-type': () => 'The member has neither "type" nor "use".',
  'missing-text': () => 'The member has no text.',
  'missing-presence': () => 'The member says neither "required" nor "optional".',
  'missing-idempotent': (p: { effect: string }) =>
    `An endpoint whose effect is ${p.effect} must say whether it is idempotent.`,
  'undecided-contradiction': (p: { about: string }) =>
    `The contradiction about ${p.about} is neither decided, with its rule, nor open.`,
  'decision-not-stated': (p: { decided: string; says: readonly string[] }) =>
    `Nobody says "${p.decided}"; the statements are ${list(p.says)}.`,
  'open-without-reason': (p: { about: string }) =>
    `The open contradiction about ${p.about} does not say why, and what the catalogue does meanwhile.`,
  'stopped-replacement': (p: { path: string; status: string }) =>
    `The replacement ${p.path} is itself ${p.status}.`,
  'unreachable-type': (p: { name: string }) => `No endpoint uses ${p.name}.`,
  'value-out-of-type': (p: { value: string; type: string }) =>
    `${p.value} is not of type ${p.type}.`,
  'limit-unit': (p: { unit: string; type: string }) =>
    `A limit in ${p.unit} does not go with the type ${p.type}.`,
  'invalid-pattern': (p: { reason: string }) =>
    `The pattern is not a regular expression: ${p.reason}.`,
  'invalid-example': (p: { example: string; reason: string }) =>
    `Example "${p.example}" breaks its own entry: ${p.reason}.`,
  'open-contradiction': (p: { about: string; why: string }) =>
    `Open question about ${p.about}: ${p.why}`,
  hole: (p: { about: string; text: string }) => `Not documented, ${p.about}: ${p.text}`,

  // mock
  'too-large-file': (p: { most: string }) => `The file is larger than ${p.most}.`,
  'empty-file': () => 'The file says nothing.',
  'scenario-problem': (p: { pointer: string; message: string }) =>
    `${p.pointer === '' ? 'The scenario' : p.pointer} ${p.message}.`,

  // write
  'missing-output': () => 'The file is missing; run `msdk generate`.',
  'stale-output': () => 'The file differs from what the catalogue gives; run `msdk generate`.',
  'unexpected-output': () => 'Nothing in the catalogue gives this file.',
} as const satisfies Record<string, Message>;

/** The code of a diagnostic. */
export type Code = keyof typeof messages;

/** The parameters that a code's message takes. */
export type Parameters<C extends Code> = (typeof messages)[C] extends (p: infer P) => string
  ? P
  : never;
