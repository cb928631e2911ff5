/**
 * The laws: both halves of an exchange have one stem; every endpoint is told by the names that people
 * give its files, and no name tells an endpoint that it might not mean.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpointOf, partOf } from '../../../generator/validate/input/pair.js';

const folder = new URL('../../../spec/endpoints/', import.meta.url);

/** Every path of the catalogue. */
const catalogue = readdirSync(folder).flatMap((module) =>
  readdirSync(new URL(`${module}/`, folder)).map(
    (file) => `/${module}/${file.replace(/\.yaml$/, '')}`,
  ),
);

describe('a half of an exchange', () => {
  it.each([
    ['a/b.request.json', 'request', 'a/b'],
    ['a/b.response.json', 'response', 'a/b'],
    ['b.some-case.request.json', 'request', 'b.some-case'],
    ['C:\\a\\b.request.json', 'request', 'C:\\a\\b'],
    ['x.request.json.response.json', 'response', 'x.request.json'],
  ])('%s is the %s of %s', (file, part, stem) => {
    expect(partOf(file)).toEqual({ part, stem });
  });

  it.each(['b.json', 'request.json', '.request.json', 'a/.request.json', 'b.request.har', ''])(
    '%s is none',
    (file) => {
      expect(partOf(file)).toBeUndefined();
    },
  );
});

describe('the endpoint of a file', () => {
  it('is told by folder and name, or by a name that joins both, for every endpoint', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(64);
    for (const path of catalogue) {
      const [, module = '', name = ''] = path.split('/');
      for (const file of [
        ...[`${module}/${name}.request.json`, `/tmp/x/${module}/${name}.some-case.response.json`],
        ...[
          `${module}_${name}.request.json`,
          `x/${module}-${name}.a.b.json`,
          `${module}/${name}.http`,
        ],
        ...[`${module}/${module}_${name}.json`, `x\\${module}\\${name.replaceAll('_', '-')}.json`],
      ])
        expect([file, endpointOf(file, catalogue)]).toEqual([file, path]);
    }
  });

  it('is told by the last part alone exactly where one endpoint has it', () => {
    for (const path of catalogue) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const isAlone = catalogue.filter((one) => one.endsWith(`/${name}`)).length === 1;
      for (const file of [`${name}.request.json`, `captures/${name}.json`])
        expect([file, endpointOf(file, catalogue)]).toEqual([file, isAlone ? path : undefined]);
    }
  });

  it.each([
    ['a/x.json', ['/a/x', '/b/x'], '/a/x'],
    ['x.json', ['/a/x', '/b/x'], undefined],
    ['c/x.json', ['/a/x', '/b/x'], undefined],
    ['c/x.json', ['/a/x', '/b/y'], '/a/x'],
    ['b/x.json', ['/a/x', '/b/y'], undefined],
    ['a_x.json', ['/a/x', '/b/a_x'], undefined],
    ['b/a_x.json', ['/a/x', '/b/a_x'], '/b/a_x'],
    ['a_b_c.json', ['/a_b/c', '/a/b_c'], undefined],
    ['v1/a/x.json', ['/a/x', '/v1/a/x'], '/v1/a/x'],
    ['ax.json', ['/a/x'], undefined],
    ['xx.json', ['/a/x'], undefined],
    ['X.json', ['/a/x'], undefined],
    ['.x.json', ['/a/x'], undefined],
    ['a/x/', ['/a/x'], '/a/x'],
    ['', ['/', ''], undefined],
    ['constructor.json', [], undefined],
  ])('%s among %j is %s', (file, known, expected) => {
    expect(endpointOf(file, known)).toBe(expected);
  });
});
