import { changing, codes, login, player } from '../tiny-catalogue.js';
import type { Breach } from './breach.js';

const alias = {
  code: 'yaml-alias',
  message: 'Anchors and aliases are not allowed; write the value out.',
} as const;

const tag = (name: string) =>
  ({ code: 'yaml-tag', message: `The tag ${name} is not allowed.` }) as const;

/** Files that are no plain YAML. */
export const syntaxBreaches: readonly Breach[] = [
  {
    what: 'a bracket that nothing closes',
    patches: { [player]: changing(['[manual:20]', '[manual:20'], ['members', '⟦m⟧embers']) },
    found: [
      {
        code: 'yaml-syntax',
        message:
          'YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
      },
    ],
  },
  {
    what: 'indentation by a tab',
    patches: { [player]: changing(['  nick:', '⟦\t⟧nick:']) },
    found: [{ code: 'yaml-syntax', message: 'YAML: Tabs are not allowed as indentation.' }],
  },
  {
    what: 'a key that stands twice',
    patches: { [player]: changing(['members:', '⟦n⟧ame: Gamer\nmembers:']) },
    found: [{ code: 'yaml-syntax', message: 'YAML: Map keys must be unique.' }],
  },
  {
    what: 'a key that is no text',
    patches: { [player]: changing(['members:', '? ⟦[⟧a]\n: b\nmembers:']) },
    found: [{ code: 'yaml-syntax', message: 'YAML: With stringKeys, all keys must be strings.' }],
  },
  {
    what: 'a second document in the file',
    patches: { [player]: (text) => `${text}⟦---\nname: Gamer\n⟧` },
    found: [
      {
        code: 'yaml-syntax',
        message: 'YAML: There is a second document.',
      },
    ],
  },
  {
    what: 'an anchor and its alias',
    patches: {
      [codes]: changing(
        ['text: { en: No such player.', 'text: &x ⟦{ en: No such player.'],
        ['ko: No such player. }', 'ko: No such player. }⟧'],
        ['text: { en: Too many calls., zh: Too many calls., ko: Too many calls. }', 'text: ⟦*x⟧'],
      ),
    },
    found: [alias, alias],
  },
  {
    what: 'an alias to nothing',
    patches: { [player]: changing(['[manual:20]', '⟦*nowhere⟧']) },
    found: [alias],
  },
  {
    what: 'a tag that makes a function',
    patches: { [player]: changing(['[manual:20]', "!!js/function ⟦'function () {}'⟧"]) },
    found: [tag('tag:yaml.org,2002:js/function')],
  },
  {
    what: 'a tag that makes bytes',
    patches: { [player]: changing(['name: Player', 'name: !!binary ⟦UGxheWVy⟧']) },
    found: [tag('tag:yaml.org,2002:binary')],
  },
  {
    what: 'a tag of YAML itself, which hides the type',
    patches: { [player]: changing(['name: Player', 'name: !!str ⟦Player⟧']) },
    found: [tag('tag:yaml.org,2002:str')],
  },
  {
    what: 'a tag on a mapping',
    patches: {
      [player]: changing(
        ['text: { en: A player.', 'text: !!map ⟦{ en: A player.'],
        ['A player. }', 'A player. }⟧'],
      ),
    },
    found: [tag('tag:yaml.org,2002:map')],
  },
  {
    what: 'a tag of one’s own',
    patches: { [player]: changing(['name: Player', 'name: !mine ⟦Player⟧']) },
    found: [tag('!mine')],
  },
  {
    what: 'a merge key',
    patches: {
      [login]: changing(['  name:\n    type: string', '  name:\n    ⟦<<⟧: { type: string }']),
    },
    found: [
      {
        code: 'yaml-merge-key',
        message: 'Merge keys are not allowed; write the members out.',
      },
    ],
  },
];
