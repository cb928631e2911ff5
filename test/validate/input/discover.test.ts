/**
 * The laws: the arguments alone decide which files are read, and in which order; no file is read
 * twice; no link makes the search endless; what cannot be read is told, and stops nothing else.
 */
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  discoverInputs,
  type DiscoveryProblem,
} from '../../../generator/validate/input/discover.js';
import { temporaryFolder } from '../../support/temporary.js';

function folder(...paths: string[]): string {
  return temporaryFolder(paths.map((path) => ({ path, text: '{}' })));
}

async function namesOf(args: readonly string[], cwd: string): Promise<readonly string[]> {
  const { inputs, problems } = await discoverInputs(args, cwd);
  expect(problems).toEqual([]);
  return inputs.map(({ name }) => name);
}

async function problemsOf(
  args: readonly string[],
  cwd: string,
): Promise<readonly DiscoveryProblem[]> {
  const { inputs, problems } = await discoverInputs(args, cwd);
  expect(inputs).toEqual([]);
  return problems;
}

const tree = folder(
  ...['b.json', 'a/c.json', 'a/B.har', 'a.json', 'a/deep/er/x.http', 'a/y.ndjson', 'a/z.jsonl'],
  ...['a/readme.md', 'a/node_modules/p/package.json', 'a/.hidden/h.json', 'a/.h.json', 'c/10.json'],
  ...['c/9.json', 'none/x.txt', '[x].json', 'x.json'],
);

describe('inputs', () => {
  it('are the files that are named, in the order in which they are', async () => {
    expect(await namesOf(['b.json', './a.json', 'a/readme.md'], tree)).toEqual([
      ...['b.json', './a.json', 'a/readme.md'],
    ]);
  });

  it('have their places and sizes', async () => {
    expect(await discoverInputs(['b.json', '-'], tree)).toEqual({
      inputs: [
        { name: 'b.json', source: 'file', path: join(tree, 'b.json'), size: 2 },
        { name: '-', source: 'stdin', path: '' },
      ],
      problems: [],
    });
  });

  it.each([
    [['a'], ['a/B.har', 'a/c.json', 'a/deep/er/x.http', 'a/y.ndjson', 'a/z.jsonl']],
    [['./a/deep/'], ['a/deep/er/x.http']],
    [['c/../c'], ['c/../c/10.json', 'c/../c/9.json']],
    [['a/.hidden'], ['a/.hidden/h.json']],
    [['a/node_modules'], ['a/node_modules/p/package.json']],
  ])('of the folder %j are its payloads, sorted, without what is hidden', async (args, names) => {
    expect(await namesOf(args, tree)).toEqual(names);
  });

  it('of the folder where one is have names without it', async () => {
    const names = await namesOf(['.'], join(tree, 'c'));
    expect(names).toEqual(['10.json', '9.json']);
    expect(await namesOf(['./'], join(tree, 'c'))).toEqual(names);
    expect(await namesOf(['../c'], join(tree, 'c'))).toEqual(['../c/10.json', '../c/9.json']);
    expect(await namesOf([join(tree, 'c')], '/')).toEqual(names.map((one) => join(tree, 'c', one)));
  });

  it.each([
    [['c/*.json'], ['c/10.json', 'c/9.json']],
    [['{b,a}.json'], ['a.json', 'b.json']],
    [['**/*.h*'], ['a/B.har', 'a/deep/er/x.http']],
    [['a/*.md'], ['a/readme.md']],
    [['a/node_modules/**/*.json'], ['a/node_modules/p/package.json']],
    [['[bx].json'], ['b.json', 'x.json']],
  ])('of the glob %j are what it means, sorted', async (args, names) => {
    expect(await namesOf(args, tree)).toEqual(names);
  });

  it('of what could be a glob are the file of that name, where there is one', async () => {
    expect(await namesOf(['[x].json'], tree)).toEqual(['[x].json']);
  });

  it('come once, where they are named first', async () => {
    expect(await namesOf(['c/9.json', 'c', 'c/*', './c/9.json', '-', '/dev/stdin'], tree)).toEqual([
      ...['c/9.json', 'c/10.json', '-'],
    ]);
  });

  it('are found once, and by their own names, where links lead in circles', async () => {
    const root = folder('a/1.json', 'z/2.json');
    symlinkSync('..', join(root, 'a', 'up'));
    symlinkSync('../z', join(root, 'a', 'b'));
    symlinkSync('1.json', join(root, 'a', 'zz.json'));
    symlinkSync('.', join(root, 'z', 'self'));
    expect(await namesOf(['.'], root)).toEqual(['a/1.json', 'z/2.json']);
    expect(await namesOf(['a'], root)).toEqual(['a/1.json', 'a/b/2.json']);
    expect(await namesOf(['**/*.json'], root)).toHaveLength(2);
  });

  it('may be pipes', async () => {
    const root = folder();
    execFileSync('mkfifo', [join(root, 'pipe.json')]);
    expect(await discoverInputs(['pipe.json'], root)).toEqual({
      inputs: [{ name: 'pipe.json', source: 'pipe', path: join(root, 'pipe.json') }],
      problems: [],
    });
    expect(await problemsOf(['.'], root)).toEqual([{ kind: 'empty-folder', argument: '.' }]);
  });
});

describe('what gives no input', () => {
  it.each([
    ['b.jsn', 'b.json'],
    ['c/8.json', 'c/9.json'],
    ['./bb.json', 'b.json'],
    ['a/dep/er/x.http', 'a/deep/er/x.http'],
    ['a/dep/er/other.http', 'a/deep'],
    ['nothing-like-it', undefined],
    ['b.json/x', undefined],
    ['', undefined],
  ])('is "%s", and near it %s', async (argument, suggestion) => {
    const expected = suggestion === undefined ? {} : { suggestion };
    expect(await problemsOf([argument], tree)).toEqual([
      { kind: 'missing-file', argument, ...expected },
    ]);
  });

  it.each([
    ['none', { kind: 'empty-folder', argument: 'none' }],
    ['c/*.har', { kind: 'no-match', argument: 'c/*.har' }],
    ['/dev/null', { kind: 'not-a-file', argument: '/dev/null' }],
    ['a\0', { kind: 'unreadable', argument: 'a\0', name: 'a\0', code: 'ERR_INVALID_ARG_VALUE' }],
  ])('is %j', async (argument, problem) => {
    expect(await problemsOf([argument], tree)).toEqual([problem]);
  });

  it('is a link that leads nowhere, or to itself', async () => {
    const root = folder();
    symlinkSync('nowhere', join(root, 'broken.json'));
    symlinkSync('loop.json', join(root, 'loop.json'));
    symlinkSync('nowhere', join(root, 'of-no-interest'));
    const unreadable = (argument: string, name: string, code: string): DiscoveryProblem => ({
      kind: 'unreadable',
      argument,
      name,
      code,
    });
    const args = ['broken.json', 'loop.json', '.'];
    expect(await problemsOf(args, root)).toEqual([
      unreadable('broken.json', 'broken.json', 'ENOENT'),
      unreadable('loop.json', 'loop.json', 'ELOOP'),
      unreadable('.', 'broken.json', 'ENOENT'),
      unreadable('.', 'loop.json', 'ELOOP'),
    ]);
  });

  it('is a socket', async () => {
    const root = folder();
    mkdirSync(join(root, 's'));
    const server = createServer().listen(join(root, 's', 'x.json'));
    try {
      await new Promise((done) => server.once('listening', done));
      expect(await problemsOf(['s/x.json', 's'], root)).toEqual([
        { kind: 'not-a-file', argument: 's/x.json' },
        { kind: 'empty-folder', argument: 's' },
      ]);
    } finally {
      server.close();
    }
  });

  it('stops nothing else', async () => {
    const { inputs, problems } = await discoverInputs(['missing', 'b.json', 'none', '-'], tree);
    expect(inputs.map(({ name }) => name)).toEqual(['b.json', '-']);
    expect(problems.map(({ kind }) => kind)).toEqual(['missing-file', 'empty-folder']);
  });
});
