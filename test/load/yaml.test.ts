import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../generator/load/index.js';
import { examineFiles } from '../support/examine.js';
import {
  changing,
  codes,
  friends,
  login,
  mode,
  player,
  tinyCatalogue,
} from '../support/tiny-catalogue.js';

/** Nine levels of nine aliases each: expanded it would fill any memory. */
const bomb = Array.from({ length: 9 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x]'
    : `a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`,
).join('\n');

describe('a YAML file', () => {
  it('that is an alias bomb is refused without being expanded', () => {
    const [file, found] = SourceFile.parse('types/Bomb.yaml', `${bomb}\n`);
    expect(file.value).toBeUndefined();
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['yaml-alias']));
    // Nine anchors, and nine aliases on each of eight levels.
    expect(found).toHaveLength(9 + 8 * 9);
  });

  it('that is an alias bomb among others does not hide what is wrong in these', () => {
    const found = examineFiles(tinyCatalogue({ 'types/Bomb.yaml': bomb, [mode]: 'x: 1\n' }));
    expect(found.filter(({ places }) => places[0]?.file === mode)).not.toEqual([]);
  });

  it('that nests without end is refused before anything walks it', () => {
    for (const text of ['['.repeat(1e5), '- '.repeat(1e5), `a: 1\nb: ${'{a: '.repeat(1e5)}`]) {
      const [file, found] = SourceFile.parse('x.yaml', text);
      expect(file.value).toBeUndefined();
      expect(found.map(({ message }) => message)).toEqual([
        'YAML: The text nests deeper than 200 levels.',
      ]);
      expect(found[0]?.places[0]?.line).toBe(text.split('\n').length);
    }
  });

  it('with very many keys is read in the time that it takes to read them', () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `k${index}: 1\n`).join('');
    const began = performance.now();
    const [, found] = SourceFile.parse('x.yaml', `${text}k7: 2\n`);
    expect(found.map(({ places }) => places[0]?.line)).toEqual([100_001]);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('says __proto__ and gets a key, not a prototype', () => {
    const [file] = SourceFile.parse('x.yaml', '__proto__: { hostile: true }\n');
    expect(Object.keys(file.value as object)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(file.value)).toBe(Object.prototype);
    expect(({} as { hostile?: unknown }).hostile).toBeUndefined();
  });

  it('is YAML 1.2 whatever its directive says: no is a text', () => {
    const [file, found] = SourceFile.parse('x.yaml', '%YAML 1.1\n---\na: no\nb: 0777\n');
    expect(found).toEqual([]);
    expect(file.value).toEqual({ a: 'no', b: 777 });
  });

  it('tells where each part stands, and falls back to the nearest that there is', () => {
    const [file] = SourceFile.parse('x.yaml', 'a:\n  - b: 1\n    c: two\n');
    const at = (line: number, column: number, endColumn: number) => ({
      file: 'x.yaml',
      line,
      column,
      endLine: line,
      endColumn,
    });
    expect(file.place(['a'], 'key')).toEqual(at(1, 1, 2));
    expect(file.place(['a', 0, 'c'], 'key')).toEqual(at(3, 5, 6));
    expect(file.place(['a', 0, 'c'])).toEqual(at(3, 8, 11));
    expect(file.place(['a', 0])).toEqual(at(2, 5, 9));
    expect(file.place(['a', 0, 'gone'])).toEqual(at(2, 5, 9));
    expect(file.place(['a', 7])).toEqual(at(2, 3, 9));
  });
});

describe('what would break what comes after', () => {
  it.each(['.inf', '-.inf', '.nan', '1e999'])('%s is no number, wherever it stands', (number) => {
    for (const patches of [
      {
        [login]: changing(
          ['name: Ann, mode', `name: ${number}, mode`],
          ['type: string', 'type: json'],
        ),
      },
      { [friends]: changing(['type: int', `type: number\n    default: ${number}`]) },
      { [codes]: changing(['code: -1', `code: ${number}`]) },
    ])
      expect(examineFiles(tinyCatalogue(patches)), JSON.stringify(patches)).not.toEqual([]);
  });

  it('a type of hundreds of levels is no type', () => {
    const type = `Player${'[]'.repeat(500)}`;
    const patch = changing(['type: Player[]', `type: ${type}`], ['[{ nick: Bob }]', '[]']);
    expect(examineFiles(tinyCatalogue({ [friends]: patch }))).not.toEqual([]);
  });
});

describe('errors in several files', () => {
  it('are all told in one run, by file, line and column', () => {
    const found = examineFiles(
      tinyCatalogue({
        [player]: changing(['[manual:20]', '*nowhere'], ['[manual:21]', '!x [manual:21]']),
        [login]: changing(['POST', 'PUT'], ['effect: read', 'efect: read']),
        [mode]: '- a\n',
        'glossary.yaml': undefined,
        'stray.yaml': 'a: [\n',
      }),
    );
    expect(
      found.map(
        ({ code, places: [at] }) => `${at?.file ?? ''}:${at?.line ?? 0}:${at?.column ?? 0} ${code}`,
      ),
    ).toEqual([
      'endpoints/auth/login.yaml:1:1 missing-key',
      'endpoints/auth/login.yaml:2:9 wrong-value',
      'endpoints/auth/login.yaml:4:1 unknown-key',
      'enums/Mode.yaml:1:1 wrong-value',
      'glossary.yaml:1:1 missing-file',
      'stray.yaml:1:1 misplaced-file',
      'stray.yaml:2:1 yaml-syntax',
      'types/Player.yaml:3:10 yaml-alias',
      'types/Player.yaml:9:17 yaml-tag',
    ]);
  });

  it('are told by every law, whatever the others find', () => {
    const found = examineFiles(
      tinyCatalogue({
        [player]: changing(['name: Player', 'name: Gamer'], ['[manual:21]', '[manual:99]']),
        [login]: changing(['type: Mode', 'type: Modus'], ['name: Ann', 'name: 7']),
        [mode]: changing(['value: slow', 'value: fast']),
      }),
    );
    expect(new Set(found.map(({ code }) => code))).toEqual(
      new Set([
        'name-mismatch',
        'line-out-of-range',
        'unknown-type',
        'invalid-example',
        'duplicate-value',
        'unreachable-type',
      ]),
    );
    const order = found.map(({ places: [at] }) => at);
    const sorted = [...order].sort(
      (a, b) =>
        (a?.file ?? '').localeCompare(b?.file ?? '', 'en') ||
        (a?.line ?? 0) - (b?.line ?? 0) ||
        (a?.column ?? 0) - (b?.column ?? 0),
    );
    expect(order).toEqual(sorted);
  });
});
