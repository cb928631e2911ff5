import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../../../generated/mock/index.js';
import { renderDiagnostic } from '../../../generator/diagnostics/index.js';
import { readScenario } from '../../../generator/mock/scenario/read.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = relative('.', temporaryFolder());
const file = join(folder, 'scenario.yaml');

/** What is told of a file, as people read it, under the name `scenario.yaml`. */
async function told(content: string | Uint8Array): Promise<string> {
  writeFileSync(file, content);
  const { scenario, diagnostics, text } = await readScenario(file, operations);
  expect(scenario === undefined).toBe(diagnostics.length > 0);
  return diagnostics
    .map((one) => renderDiagnostic(one, { color: false, textOf: () => text }))
    .join('\n')
    .replaceAll(file, 'scenario.yaml');
}

describe('a scenario file', () => {
  it('is read as YAML or as JSON', async () => {
    const { scenario, diagnostics } = await readScenario(
      'test/fixtures/mock/scenario.yaml',
      operations,
    );
    expect(diagnostics).toEqual([]);
    expect(scenario?.world?.players?.[0]?.memberships).toEqual({ 16: { level: 3, year: true } });
    expect(scenario?.rules?.[0]).toMatchObject({ after: 1, times: 1, answer: { code: -73 } });
    writeFileSync(file, `\ufeff\r\n${JSON.stringify(scenario, null, 2)}\r\n`);
    expect(await readScenario(file, operations)).toMatchObject({ scenario, diagnostics: [] });
  });

  it('has its problems at their places', async () => {
    const text = `\
clock: yesterday
world:
  players:
    - openid: A
      plattform: qq
rules:
  - endpoint: /relation/qqprofil
    answer: {}
  - { endpoint: '*', times: 0, answer: {} }
`;
    expect(await told(text)).toBe(`\
scenario.yaml:1:8 scenario-problem /clock must be a time, not "yesterday".
  1 | clock: yesterday
    |        ^^^^^^^^^
  write it as 2026-01-31T12:00:00Z
scenario.yaml:4:7 scenario-problem /world/players/0 lacks platform.
  4 |     - openid: A
    |       ^^^^^^^^^
scenario.yaml:5:7 scenario-problem /world/players/0/plattform is not a member here.
  5 |       plattform: qq
    |       ^^^^^^^^^
  did you mean "platform"?
scenario.yaml:7:15 scenario-problem /rules/0/endpoint must be an endpoint or *, not "/relation/qqprofil".
  7 |   - endpoint: /relation/qqprofil
    |               ^^^^^^^^^^^^^^^^^^
  did you mean "/relation/qqprofile"?
scenario.yaml:9:29 scenario-problem /rules/1/times must be 1 or more, not 0.
  9 |   - { endpoint: '*', times: 0, answer: {} }
    |                             ^`);
  });

  it('has them there in JSON too, on whatever line', async () => {
    expect(await told('{"seed":1,"world":{"issued":"x"}}')).toBe(`\
scenario.yaml:1:29 scenario-problem /world/issued must be a number, not a string.
  1 | {"seed":1,"world":{"issued":"x"}}
    |                             ^^^`);
  });

  it.each([
    ['a list', '- 1\n', '1:1 scenario-problem The scenario must be an object, not an array.'],
    ['a text', 'seed\n', '1:1 scenario-problem The scenario must be an object, not a string.'],
    ['nothing', '', '1:1 empty-file The file says nothing.'],
    [
      'only a comment',
      '# yaml-language-server: $schema=x\n',
      '1:1 empty-file The file says nothing.',
    ],
    [
      'no UTF-8',
      new Uint8Array([0x61, 0x3a, 0xff]),
      '1:1 invalid-utf8 The file is not valid UTF-8.',
    ],
    [
      'UTF-16',
      Buffer.from('\ufeffseed: 1', 'utf16le'),
      '1:1 invalid-utf8 The file is not valid UTF-8.',
    ],
    ['no YAML', 'rules: [\n', 'yaml-syntax YAML: '],
    ['a key twice', 'seed: 1\nseed: 2\n', '2:1 yaml-syntax YAML: Map keys must be unique.'],
    [
      'a member twice in JSON',
      '{"seed":1,"seed":2}',
      '1:11 yaml-syntax YAML: Map keys must be unique.',
    ],
    [
      'two documents',
      'seed: 1\n---\nseed: 2\n',
      '2:1 yaml-syntax YAML: There is a second document.',
    ],
    ['a tag', 'seed: !!js/function "x"\n', 'yaml-tag The tag '],
    ['an alias', 'world: &w {}\nrules: *w\n', 'yaml-alias Anchors and aliases are not allowed'],
    [
      'a merge key',
      'world:\n  <<: { issued: 1 }\n',
      '2:3 yaml-merge-key Merge keys are not allowed',
    ],
    ['no number', 'seed: .inf\n', 'wrong-value Wrong value: it must be a finite number.'],
    [
      'a prototype',
      '{"__proto__":{"anyKey":true}}',
      'scenario-problem /__proto__ is not a member here.',
    ],
    [
      'more than may be',
      `# ${'x'.repeat(16 * 2 ** 20)}`,
      '1:1 too-large-file The file is larger than 16 MiB.',
    ],
  ])('that is %s is refused', async (_what, content, message) => {
    expect(await told(content)).toContain(message);
  });

  it('that would fill any memory is refused without being expanded', async () => {
    const laughs = Array.from({ length: 12 }, (_, level) =>
      level === 0 ? 'l0: &l0 [ha]' : `l${level}: &l${level} [*l${level - 1}, *l${level - 1}]`,
    ).join('\n');
    expect(await told(laughs)).toContain('yaml-alias');
  });

  it.each([
    ['brackets', '['.repeat(1e6)],
    ['braces', '{a: '.repeat(1e5)],
    ['dashes', '- '.repeat(1e5)],
    ['question marks', '? '.repeat(1e5)],
    ['lines', Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['JSON', `{"rules":${'['.repeat(1e6)}${']'.repeat(1e6)}}`],
  ])('that nests without end, in %s, is refused', async (_what, text) => {
    expect(await told(text)).toMatch(
      /nests deeper than \d+ levels|scenario-problem \/rules\/0 must/,
    );
  });

  it('that is not there, or no file, is told', async () => {
    const missing = await readScenario(join(folder, 'none.yaml'), operations);
    expect(missing).toMatchObject({ scenario: undefined, text: undefined });
    expect(missing.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'unreadable-file Cannot read the file: there is no such file or folder.',
    ]);
    mkdirSync(join(folder, 'folder.yaml'));
    const { diagnostics } = await readScenario(join(folder, 'folder.yaml'), operations);
    expect(diagnostics[0]?.message).toBe('Cannot read the file: it is a folder.');
  });

  it('that never ends is read no further than one may be', async () => {
    const { diagnostics } = await readScenario('/dev/zero', operations);
    expect(diagnostics.map(({ code }) => code)).toEqual(['too-large-file']);
  });

  it('that holds a large world is read at once', async () => {
    const players = Array.from({ length: 50_000 }, (_, index) => ({
      openid: String(index),
      platform: 'wechat',
    }));
    writeFileSync(file, JSON.stringify({ world: { players } }));
    const began = performance.now();
    const { diagnostics } = await readScenario(file, operations);
    expect(diagnostics).toEqual([]);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
